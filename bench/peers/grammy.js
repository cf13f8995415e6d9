import { start } from "./common/grammy-bot.js";
import { database } from "./common/settings.js";
import { Store } from "./common/store.js";

start(new Store(database));
