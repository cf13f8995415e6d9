import Database from "better-sqlite3";

/** One row for each chat; what is written is on the disk when the call returns. */
export class Store {
  #db;
  #read;
  #write;
  #delete;

  constructor(file) {
    const db = new Database(file);
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = FULL");
    db.pragma("busy_timeout = 5000");
    db.exec("CREATE TABLE IF NOT EXISTS sessions (chat INTEGER PRIMARY KEY, state TEXT NOT NULL)");
    this.#db = db;
    this.#read = db.prepare("SELECT state FROM sessions WHERE chat = ?").pluck();
    this.#write = db.prepare(
      "INSERT INTO sessions (chat, state) VALUES (?, ?) ON CONFLICT (chat) DO UPDATE SET state = excluded.state",
    );
    this.#delete = db.prepare("DELETE FROM sessions WHERE chat = ?");
  }

  read(chat) {
    const state = this.#read.get(chat);
    return state === undefined ? undefined : JSON.parse(state);
  }

  write(chat, state) {
    this.#write.run(chat, JSON.stringify(state));
  }

  writeAll(states) {
    this.#db.transaction(() => states.forEach((state, chat) => this.write(chat, state)))();
  }

  delete(chat) {
    this.#delete.run(chat);
  }
}

/**
 * The same, but what is written in one turn of the event loop, such as all that came with one poll, is one commit;
 * a write is on the disk when its promise is fulfilled.
 */
export class GroupedStore {
  #store;
  #pending = new Map();
  #committed;

  constructor(file) {
    this.#store = new Store(file);
  }

  read(chat) {
    return this.#pending.get(chat) ?? this.#store.read(chat);
  }

  write(chat, state) {
    this.#pending.set(chat, state);
    this.#committed ??= new Promise((resolve, reject) => setImmediate(() => {
      const group = this.#pending;
      this.#pending = new Map();
      this.#committed = undefined;
      try {
        this.#store.writeAll(group);
        resolve();
      } catch (error) {
        reject(error);
      }
    }));
    return this.#committed;
  }
}
