package roundhouse.exchange.configuration;

import roundhouse.topology.json.Names;

/** Texts of a configuration as messages show them: on one line, without what steers a terminal, and not too long. */
public final class Shown {
    private static final int LONGEST = 100;

    private Shown() {}

    public static String text(String text) {
        StringBuilder plain = new StringBuilder();
        String stripped = text.strip();
        for (int i = 0; i < Math.min(stripped.length(), LONGEST); i++) {
            char c = stripped.charAt(i);
            plain.append(c == '\t' || c == '\n' || c == '\r' ? ' ' : Names.printable(c) ? c : '?');
        }
        return plain + (stripped.length() > LONGEST ? "…" : "");
    }
}
