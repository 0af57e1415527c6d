/** Exit statuses (design §7.1). */
export const STATUS = { ok: 0, gate: 1, usage: 2 } as const;
