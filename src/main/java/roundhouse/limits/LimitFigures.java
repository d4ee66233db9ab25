package roundhouse.limits;

/** What limits did with requests, since the start. An attack's requests are counted among all, and apart. */
public final class LimitFigures {
    /** Requests that were asked about, and those of them that were of an attack. */
    public long asked;

    public long attacks;
    /** Requests that were turned away, and those of them that were of an attack. */
    public long turnedAway;

    public long attacksTurnedAway;
    /** Requests that had to wait before they went on. */
    public long delayed;

    /** A request is asked about. */
    public void asked(boolean attack) {
        asked++;
        attacks += attack ? 1 : 0;
    }

    /** It is turned away. */
    public void turnedAway(boolean attack) {
        turnedAway++;
        attacksTurnedAway += attack ? 1 : 0;
    }
}
