/** A square picture: four bytes (red, green, blue, opacity) for each dot, line by line from the top. */
export interface Pixels {
  readonly side: number;
  readonly bytes: Uint8Array;
}
