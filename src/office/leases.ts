import type { Office } from "./office.ts";

/**
 * Takes or keeps a lease: while it lasts, no other process gets it. Clocks of the processes may differ by less than it lasts.
 *
 * @param holder a name that no other process has
 * @returns whether the holder has it until `until`
 */
export async function takeLease(office: Office, name: string, holder: string, now: Date, until: Date): Promise<boolean> {
  const taken = await office.run(
    `INSERT INTO leases (name, holder, until) VALUES ($1, $2, $3)
     ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
     WHERE leases.holder = excluded.holder OR leases.until < $4
     RETURNING holder`,
    name,
    holder,
    until.toISOString(),
    now.toISOString(),
  );
  return taken.length > 0;
}

/** Gives a lease back, so that another process need not wait for its end. */
export async function endLease(office: Office, name: string, holder: string): Promise<void> {
  await office.run("DELETE FROM leases WHERE name = $1 AND holder = $2", name, holder);
}
