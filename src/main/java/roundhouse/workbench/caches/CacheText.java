package roundhouse.workbench.caches;

import roundhouse.simulation.components.CacheContents;
import roundhouse.simulation.components.FollowedKey;
import roundhouse.simulation.reasons.CacheKeyStory;
import roundhouse.workbench.FigureText;

/** What a cache holds, in words. */
final class CacheText {
    private CacheText() {}

    /** How full it is. */
    static String summary(CacheContents contents) {
        String entries = FigureText.count(contents.entries);
        String much = contents.inBytes
                ? entries + " entries, " + FigureText.mebibytes(contents.holds) + " of "
                        + FigureText.mebibytes(contents.capacity)
                : entries + " of " + FigureText.count(contents.capacity) + " entries";
        return much + " · " + contents.policy;
    }

    /** Why there is nothing to see. */
    static String nothing(CacheContents contents) {
        return contents.caches == 0 ? "Nothing is cached here." : "There are fewer caches here now.";
    }

    /** The name of a list, and how much it has. */
    static String heading(CacheGrid.Section section) {
        if (section.more() > 0) {
            return section.name() + " · " + FigureText.count(section.cells()) + " drawn, and "
                    + FigureText.count(section.more()) + " more"
                    + (section.handPlace() < section.cells()
                            ? ""
                            : ", hand at " + FigureText.count(section.handPlace() + 1L));
        }
        return section.name() + " · " + (section.size() == 0 ? "empty" : FigureText.count(section.size()));
    }

    static String key(long key) {
        return key == CacheContents.NONE ? "a key and a version of it" : "key-" + key;
    }

    static String state(byte state) {
        return switch (state) {
            case CacheContents.FRESH -> "fresh";
            case CacheContents.OUTDATED -> "stale: there is a newer value";
            case CacheContents.EXPIRED -> "expired";
            case CacheContents.BANNED -> "banned: not given any more";
            case CacheContents.DIRTY -> "dirty: the store does not have it yet";
            default -> "only remembered: no value";
        };
    }

    /** All that is known of the key that is followed; empty where none is. */
    static String followed(CacheContents contents) {
        FollowedKey key = contents.followed;
        if (key.key == CacheContents.NONE) {
            return "";
        }
        String name = key(key.key);
        if (!key.kept) {
            String since = key.goneNanos == CacheContents.NONE ? "" : " at " + FigureText.clock(key.goneNanos);
            return name + " is not in the cache: " + key.gone + since + "."
                    + (key.list == CacheContents.NONE ? "" : " " + contents.names[key.list] + " remembers it.");
        }
        String where = key.list == CacheContents.NONE
                ? "in the cache"
                : "in " + contents.names[key.list] + ", place " + FigureText.count(key.place + 1L) + " of "
                        + FigureText.count(contents.sizes[key.list]);
        return name + " is " + where + ", " + state(key.state) + ". Kept since " + FigureText.clock(key.storedNanos)
                + ", last used at " + FigureText.clock(key.usedNanos) + ", " + expiry(key, contents.timeNanos) + "."
                + (key.outdatedSinceNanos == CacheContents.NONE
                        ? ""
                        : " A newer value was written at " + FigureText.clock(key.outdatedSinceNanos) + ".");
    }

    /** What became of a key, to be read aloud, oldest first. */
    static String story(CacheKeyStory story) {
        StringBuilder text = new StringBuilder("Story of " + key(story.key()) + ".");
        for (CacheKeyStory.Event event : story.events()) {
            text.append(' ')
                    .append(FigureText.clock(event.timeNanos()))
                    .append(' ')
                    .append(CacheKeyStory.words(event))
                    .append('.');
        }
        return text.toString();
    }

    private static String expiry(FollowedKey key, long nowNanos) {
        if (key.expiresNanos == Long.MAX_VALUE) {
            return "never expires";
        }
        String at = FigureText.clock(key.expiresNanos);
        return key.expiresNanos <= nowNanos
                ? "expired at " + at
                : "expires at " + at + ", in " + FigureText.duration(key.expiresNanos - nowNanos);
    }
}
