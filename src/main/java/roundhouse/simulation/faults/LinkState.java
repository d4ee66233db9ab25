package roundhouse.simulation.faults;

/** Conditions of a link, of several the worst; as frames have them. */
public final class LinkState {
    public static final byte SOUND = 0;
    public static final byte CUT = 1;
    public static final byte REQUESTS_CUT = 2;
    public static final byte REPLIES_CUT = 3;
    public static final byte DELAYED = 4;
    public static final byte LOSSY = 5;

    private LinkState() {}
}
