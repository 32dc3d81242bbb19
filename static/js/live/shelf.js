const DATABASE = "kiosk-door";
const STORE = "deeds";

/**
 * Deeds in IndexedDB, in the order they came: they outlive the tab and the tablet's battery. Each has a `key`; added a
 * second time, it stays as it is.
 */
export class Shelf {
  #opened = null;

  add(deed) {
    return this.#write(async (store) => {
      if (!(await settled(store.index("key").getKey(deed.key)))) await settled(store.add(deed));
    });
  }

  async all() {
    const database = await this.#open();
    return settled(database.transaction(STORE).objectStore(STORE).getAll());
  }

  replace(deed) {
    return this.#write((store) => settled(store.put(deed)));
  }

  remove(key) {
    return this.#write(async (store) => {
      const order = await settled(store.index("key").getKey(key));
      if (order !== undefined) await settled(store.delete(order));
    });
  }

  /** Resolves when it is on the disk, which is when a door may be told that it is kept. */
  async #write(deed) {
    const database = await this.#open();
    const transaction = database.transaction(STORE, "readwrite", { durability: "strict" });
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
    await deed(transaction.objectStore(STORE));
    await done;
  }

  #open() {
    this.#opened ??= open();
    return this.#opened;
  }
}

function open() {
  const asked = indexedDB.open(DATABASE, 1);
  asked.onupgradeneeded = () => {
    const store = asked.result.createObjectStore(STORE, { keyPath: "order", autoIncrement: true });
    store.createIndex("key", "key", { unique: true });
  };
  return settled(asked);
}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
