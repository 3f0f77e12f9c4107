/** What the workflows that belong to no case ask of the world. No imports: it is read where neither Node nor a database exists. */
export interface HouseActivities {
  /** Touches the database; resolves when it answers. */
  touchDatabase(): Promise<void>;
  /**
   * Seals a day of every tenant; those sealed before stay as they are.
   * @param day `yyyy-MM-dd` in Prague
   */
  sealAllTenants(day: string): Promise<void>;
}
