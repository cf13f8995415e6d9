import { fileURLToPath } from "node:url";

// Telegram's id of a picture that has been sent once; only the first sending carries the file.
const ids = new Map();

/** @param fromFile Makes the library's own kind of upload from a path. */
export function picture(name, fromFile) {
  return ids.get(name) ?? fromFile(fileURLToPath(new URL(`../../../src/RecoveryBot/Pictures/${name}.png`, import.meta.url)));
}

export function remember(name, message) {
  ids.set(name, message.photo.at(-1).file_id);
}
