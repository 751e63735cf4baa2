/** What is asked of the parts of a running bot. */
export interface Probes {
  gatewayReady(): boolean;
  /** In ms; below 0 before the first heartbeat. */
  ping(): number;
  encoderReady(): boolean;
}
