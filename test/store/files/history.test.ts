import { FilesStore } from "../../../src/store/files/files-store.ts";
import { openFolderDesk } from "../../../src/store/files/folder-desk.ts";
import { dataFolder } from "../../fixtures.ts";
import { historyContract } from "../history-contract.ts";

for (const journal of [true, false])
  historyContract(`FilesStore ${journal ? "with" : "without"} a journal`, async (articles) => {
    const { folder, remove } = dataFolder(articles);
    const store = await FilesStore.open({ folder, watch: false, journal, onProblem: () => {} });
    const desk = openFolderDesk(folder, (changes) => store.refresh(changes));
    return {
      store,
      write: (change) => desk.alone((writing) => writing.write(change)),
      async close() {
        await desk.close();
        await store.close();
        remove();
      },
    };
  });
