package roundhouse.cli.waiting;

import java.lang.ref.SoftReference;

/**
 * Tells when so little memory is left that a run had better end while there is enough to say what happened. Before memory runs out
 * Java gives up what is held softly; so when that is gone, it is looked at how much is left.
 */
public final class MemoryWatch {
    private static final int MOST_HELD = 32_000_000;
    /** The part of the memory that may be in use then. */
    private static final double MOST_USED = 0.8;

    private SoftReference<byte[]> held = new SoftReference<>(new byte[0]);

    public MemoryWatch() {
        hold();
    }

    private void hold() {
        held = new SoftReference<>(
                new byte[(int) Math.min(MOST_HELD, Runtime.getRuntime().maxMemory() / 16)]);
    }

    /** Whether nearly all is in use and none of it can be had back. */
    public boolean isShort() {
        if (held.get() != null) {
            return false;
        }
        Runtime java = Runtime.getRuntime();
        // What is held softly is given up too when it was not looked at for long.
        java.gc();
        if (java.totalMemory() - java.freeMemory() > MOST_USED * java.maxMemory()) {
            return true;
        }
        hold();
        return false;
    }

    /** What Java may use, in a word or two: "200 MB". */
    public static String all() {
        return Runtime.getRuntime().maxMemory() / 1_000_000 + " MB";
    }
}
