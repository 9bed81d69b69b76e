/** What the server hands to every loader and action of one request. The object itself is the request's identity. */
export type RequestContext = {
  nonce: string;
  requestId: string;
  /** Where the request comes from, as far as it can be believed. */
  clientAddress: string;
  /** The status of a page that stands in for a refused request. */
  problemStatus?: number;
  /** Something could not be saved for want of room. */
  diskFull?: boolean;
};

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends RequestContext {}
  interface Future {
    v3_singleFetch: true;
  }
}
