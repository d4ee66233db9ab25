package roundhouse.topology;

import java.time.Duration;

/** What menus offer to break a link: commands with the figures that most people want to see first. */
public enum LinkFault {
    CUT("Cut", "Nothing gets through in either direction"),
    CUT_REQUESTS("Cut requests", "No request gets through; replies do"),
    CUT_REPLIES("Cut replies", "No reply gets through; requests do"),
    LOSS("Drop packets", "Every tenth request or reply is lost"),
    DELAY("Delay", "Everything takes 100 ms longer, and up to 20 ms more");

    private final String title;
    private final String says;

    LinkFault(String title, String says) {
        this.title = title;
        this.says = says;
    }

    /** What a menu says. */
    public String title() {
        return title;
    }

    /** What it does, in a few words. */
    public String says() {
        return says;
    }

    /** The command that does it to the link between two nodes. */
    public Command command(String from, String to) {
        return switch (this) {
            case CUT -> new Command.Cut(from, to, LinkDirection.BOTH);
            case CUT_REQUESTS -> new Command.Cut(from, to, LinkDirection.REQUESTS);
            case CUT_REPLIES -> new Command.Cut(from, to, LinkDirection.REPLIES);
            case LOSS -> new Command.Loss(from, to, 0.1);
            case DELAY -> new Command.Delay(from, to, Duration.ofMillis(100), Duration.ofMillis(20));
        };
    }
}
