/** The standards that come with the product. */
export interface ShippedStandards {
  /** Their files, by name and in the order of the names. Empty where the installation has none. */
  load(): Promise<readonly { readonly name: string; readonly text: string }[]>;
}
