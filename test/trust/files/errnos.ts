/** What calls of the file system are made to fail with. */
export const errnos = ['EIO', 'EACCES', 'ENOSPC', 'EBUSY'] as const;
export type Errno = (typeof errnos)[number];
