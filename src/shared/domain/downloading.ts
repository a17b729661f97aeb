/** The names under which browsers keep what has not arrived whole. */
const downloading = /\.(crdownload|part|partial|download|opdownload)$/i;

export function isDownloading(name: string): boolean {
  return downloading.test(name);
}
