/** What the server hands to every loader and action of one request. The object itself is the request's identity. */
export type RequestContext = {
  nonce: string;
  requestId: string;
  /** The status of a page that stands in for a refused request. */
  problemStatus?: number;
};

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends RequestContext {}
  interface Future {
    v3_singleFetch: true;
  }
}
