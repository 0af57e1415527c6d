/** What a kernel says about one cell. */
export interface Result {
  output: string;
  error: string | null;
}

/** Sends one cell at a time and gives the result of each. */
export interface Connection {
  run(source: string): Promise<Result>;
  close(): void;
}

/** Throws for every address that would be reached without TLS, localhost included. */
export function assertSecure(address: URL): void {
  if (address.protocol !== 'wss:') {
    throw new Error(`Refused to connect to ${address.origin}: only wss: is allowed.`);
  }
}

/**
 * Opens the WebSocket of a notebook. The browser verifies the certificate and there is no way to tell it not to;
 * a page cannot reach a server whose certificate is invalid.
 */
export function connect(address: URL, open = (url: URL) => new WebSocket(url)): Promise<Connection> {
  // Before anything else: the first message already carries the session cookie.
  assertSecure(address);
  return new Promise((resolve, reject) => {
    const socket = open(address);
    const waiting: ((result: Result) => void)[] = [];

    // Results come back in the order of the requests.
    socket.onmessage = (event) => waiting.shift()?.(JSON.parse(event.data) as Result);
    socket.onclose = () => {
      for (const settle of waiting.splice(0)) settle({ output: '', error: 'The connection was closed.' });
    };
    socket.onerror = () => reject(new Error(`No connection to ${address.host}.`));
    socket.onopen = () =>
      resolve({
        run: (source) =>
          new Promise((settle) => {
            waiting.push(settle);
            socket.send(JSON.stringify({ source }));
          }),
        close: () => socket.close(),
      });
  });
}
