// The same environment as the program's, so that the benchmark starts them all alike.
export const token = process.env.Telegram__Token;
export const apiRoot = process.env.Telegram__ApiBaseUrl;
export const database = /Data Source=([^;]+)/i.exec(process.env.Storage__ConnectionString)[1];

export const commands = [
  { command: "start", description: "begin, safety questions first" },
  { command: "stop", description: "the safe way out" },
  { command: "why", description: "why today's minutes" },
];
