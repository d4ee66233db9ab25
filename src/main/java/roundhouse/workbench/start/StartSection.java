package roundhouse.workbench.start;

import java.util.List;

/** A topic with what of it can be opened. */
public record StartSection(String title, List<StartEntry> entries) {}
