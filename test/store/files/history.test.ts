import { FilesStore } from "../../../src/store/files/files-store.ts";
import { dataFolder } from "../../fixtures.ts";
import { historyContract } from "../history-contract.ts";
import { writeChange } from "./folder-writer.ts";

for (const journal of [true, false])
  historyContract(`FilesStore ${journal ? "with" : "without"} a journal`, async (articles) => {
    const { folder, remove } = dataFolder(articles);
    const store = await FilesStore.open({ folder, watch: false, journal, onProblem: () => {} });
    return {
      store,
      async write(change) {
        const slugs = writeChange(folder, change);
        await store.refresh({ slugs, registry: change.of === "registry", all: false });
      },
      async close() {
        await store.close();
        remove();
      },
    };
  });
