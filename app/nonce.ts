import { createContext } from 'react';

/** Known on the server alone: browsers hide it from scripts, so the client has none to compare. */
export const NonceContext = createContext<string | undefined>(undefined);
