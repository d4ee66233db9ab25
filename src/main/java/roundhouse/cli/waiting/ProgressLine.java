package roundhouse.cli.waiting;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A line on the standard error that is written over now and then, or lines where asked for; nothing where nobody sits at a terminal. */
final class ProgressLine {
    private static final long FIRST_NANOS = 1_000_000_000;
    private static final long EACH_NANOS = 500_000_000;
    private static final int WIDTH = 78;

    private final PrintWriter err;
    private final boolean asked;
    private final long begunNanos;
    private long nextNanos;
    private @Nullable Boolean shown;
    private boolean open;

    /** What the line says. */
    interface Text {
        String after(long tookNanos);
    }

    /** @param asked whether it is shown even where nobody sits at a terminal */
    ProgressLine(PrintWriter err, boolean asked) {
        this.err = err;
        this.asked = asked;
        begunNanos = System.nanoTime();
        nextNanos = begunNanos + FIRST_NANOS;
    }

    /** Says this, if it is time to. */
    void say(Text text) {
        long nowNanos = System.nanoTime();
        if (nowNanos - nextNanos < 0) {
            return;
        }
        nextNanos = nowNanos + EACH_NANOS;
        if (shown == null) {
            shown = asked || isTerminal();
        }
        if (shown) {
            show(text.after(nowNanos - begunNanos));
        }
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    private void show(String text) {
        if (asked) {
            err.println("roundhouse: " + text);
        } else {
            open = true;
            err.print("\r" + text + " ".repeat(Math.max(0, WIDTH - text.length())));
        }
        err.flush();
    }

    /** Takes its line away. */
    void end() {
        if (open) {
            err.print("\r" + " ".repeat(WIDTH) + "\r");
            err.flush();
        }
    }
}
