extension Rule {
  /// Victim service providers do not put clients into HMIS.
  static let victimServices = Rule(
    "A14", "No victim service provider may be in the export",
    source: "42 USC 11363; 34 USC 12291(b)(2)",
    mending: "Stop, and do not send this export. Victim service providers use a comparable "
      + "database; speak with your HMIS lead about the records that are in HMIS.",
    right: "VictimServiceProvider 0", wrong: "VictimServiceProvider 1")
}
