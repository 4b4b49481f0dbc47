// IndexedDB, with promises. Everything is in one database:
//   meta     what the phone is and knows: `device`, `lists`, `stall`, `skew`
//   acts     the outbox: one row an accepted payment, by its number on this device
//   coupons  codes accepted on this phone, each once: the key is the code
//   squares  parts read from another phone's screen, until they are whole
//   carried  payments of other phones that this one carries: the signed request, unchanged, and its answer
//   neighbours  what other phones of the place accepted on a day, as they signed it
const STORES = /** @type {const} */ ({ meta: "key", acts: "seq", coupons: "code", squares: "key", carried: "id", neighbours: "key" });
/** A season of payments is never read whole to answer about one coupon. @type {Record<string, string[]>} */
const INDEXES = { acts: ["state", "day"] };
/** Raised whenever these grow. */
const VERSION = 2;

/** @typedef {keyof typeof STORES} StoreName */

/**
 * One transaction's view.
 * @typedef {object} Tx
 * @property {(store: StoreName, key: IDBValidKey) => Promise<any>} get
 * @property {(store: StoreName) => Promise<any[]>} all
 * @property {(store: StoreName, index: string, value: IDBValidKey) => Promise<any[]>} by the rows with that value, in the order of their keys
 * @property {(store: StoreName, key: IDBValidKey) => Promise<any[]>} from the rows from that key on
 * @property {(store: StoreName) => Promise<any>} last the row with the greatest key
 * @property {(store: StoreName, row: object) => Promise<void>} put
 * @property {(store: StoreName, row: object) => Promise<void>} add fails when the key is there
 * @property {(store: StoreName, key: IDBValidKey) => Promise<void>} remove
 */

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

export class Store {
  /** @param {IDBDatabase} db */
  constructor(db) {
    this.db = db;
  }

  /**
   * @param {string} [name]
   * @param {IDBFactory} [factory]
   */
  static async open(name = "cabas-phone", factory = indexedDB) {
    const request = factory.open(name, VERSION);
    request.onupgradeneeded = () => {
      // A phone that has some already keeps them, and what is in them.
      const missing = Object.entries(STORES).filter(([store]) => !request.result.objectStoreNames.contains(store));
      for (const [store, keyPath] of missing) request.result.createObjectStore(store, { keyPath });
      for (const [store, indexes] of Object.entries(INDEXES)) {
        const at = request.transaction?.objectStore(store);
        for (const index of indexes) if (at && !at.indexNames.contains(index)) at.createIndex(index, index);
      }
    };
    const store = new Store(await answer(request));
    // A newer version in another tab must not wait for this one for ever.
    store.db.onversionchange = () => store.db.close();
    return store;
  }

  /**
   * Runs `work` in one transaction; answers once what it wrote is on the disk. Whatever fails undoes all of it.
   * `work` awaits nothing but what the transaction gives.
   * @template T
   * @param {"readonly" | "readwrite"} mode
   * @param {(tx: Tx) => Promise<T>} work
   * @returns {Promise<T>}
   */
  run(mode, work) {
    return new Promise((resolve, reject) => {
      const tx = this.db.transaction(Object.keys(STORES), mode, { durability: "strict" });
      const at = (/** @type {StoreName} */ name) => tx.objectStore(name);
      /** @type {T} */
      let result;
      /** @type {unknown} */
      let wrong;
      tx.oncomplete = () => resolve(result);
      tx.onerror = tx.onabort = () => reject(wrong ?? tx.error ?? new Error("the transaction was undone"));
      work({
        get: (store, key) => answer(at(store).get(key)),
        all: (store) => answer(at(store).getAll()),
        by: (store, index, value) => answer(at(store).index(index).getAll(value)),
        from: (store, key) => answer(at(store).getAll(IDBKeyRange.lowerBound(key))),
        last: async (store) => (await answer(at(store).openCursor(null, "prev")))?.value,
        put: async (store, row) => void (await answer(at(store).put(row))),
        add: async (store, row) => void (await answer(at(store).add(row))),
        remove: async (store, key) => void (await answer(at(store).delete(key))),
      }).then(
        (value) => void (result = value),
        (error) => {
          wrong = error;
          try {
            tx.abort();
          } catch {
            reject(error);
          }
        },
      );
    });
  }

  /** @param {string} key */
  async meta(key) {
    return this.run("readonly", async (tx) => (await tx.get("meta", key))?.value);
  }

  /**
   * @param {string} key
   * @param {unknown} value
   */
  async setMeta(key, value) {
    return this.run("readwrite", (tx) => tx.put("meta", { key, value }));
  }
}
