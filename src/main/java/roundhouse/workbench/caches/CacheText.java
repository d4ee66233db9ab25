package roundhouse.workbench.caches;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.caching.eviction.EvictionPolicies;
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
                ? text(
                        "caches.entries-of",
                        entries,
                        FigureText.mebibytes(contents.holds),
                        FigureText.mebibytes(contents.capacity))
                : text("caches.of-entries", entries, FigureText.count(contents.capacity));
        return much + " · " + EvictionPolicies.label(contents.policy);
    }

    /** Why there is nothing to see. */
    static String nothing(CacheContents contents) {
        return contents.caches == 0
                ? text("caches.nothing-is-cached-here")
                : text("caches.there-are-fewer-caches-here");
    }

    /** The name of a list, and how much it has. */
    static String heading(CacheGrid.Section section) {
        if (section.more() > 0) {
            return text(
                    "caches.drawn-and-more",
                    section.name(),
                    FigureText.count(section.cells()),
                    FigureText.count(section.more()),
                    section.handPlace() < section.cells()
                            ? ""
                            : ", " + text("caches.hand-at", FigureText.count(section.handPlace() + 1L)));
        }
        return section.name() + " · " + (section.size() == 0 ? text("caches.empty") : FigureText.count(section.size()));
    }

    static String key(long key) {
        return key == CacheContents.NONE ? text("caches.a-key-and-a-version") : "key-" + key;
    }

    static String state(byte state) {
        return switch (state) {
            case CacheContents.FRESH -> text("caches.fresh");
            case CacheContents.OUTDATED -> text("caches.stale-there-is-a-newer");
            case CacheContents.EXPIRED -> text("caches.expired");
            case CacheContents.BANNED -> text("caches.banned-not-given-any-more");
            case CacheContents.DIRTY -> text("caches.dirty-the-store-does-not");
            default -> text("caches.only-remembered-no-value");
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
            String since = key.goneNanos == CacheContents.NONE
                    ? ""
                    : " " + text("caches.since", FigureText.clock(key.goneNanos));
            return text(
                    "caches.is-not-in-the-cache",
                    name,
                    key.gone,
                    since,
                    key.list == CacheContents.NONE
                            ? ""
                            : " " + text("caches.list-remembers-it", contents.names[key.list]));
        }
        String where = key.list == CacheContents.NONE
                ? text("caches.in-the-cache")
                : text(
                        "caches.in-place-of",
                        contents.names[key.list],
                        FigureText.count(key.place + 1L),
                        FigureText.count(contents.sizes[key.list]));
        return text(
                "caches.is-kept-since-last-used",
                name,
                where,
                state(key.state),
                FigureText.clock(key.storedNanos),
                FigureText.clock(key.usedNanos),
                expiry(key, contents.timeNanos),
                key.outdatedSinceNanos == CacheContents.NONE
                        ? ""
                        : " " + text("caches.newer-was-written-at", FigureText.clock(key.outdatedSinceNanos)));
    }

    /** What became of a key, to be read aloud, oldest first. */
    static String story(CacheKeyStory story) {
        StringBuilder text = new StringBuilder(text("caches.story-of", key(story.key())));
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
            return text("caches.never-expires");
        }
        String at = FigureText.clock(key.expiresNanos);
        return key.expiresNanos <= nowNanos
                ? text("caches.expired-at", at)
                : text("caches.expires-at-in", at, FigureText.duration(key.expiresNanos - nowNanos));
    }
}
