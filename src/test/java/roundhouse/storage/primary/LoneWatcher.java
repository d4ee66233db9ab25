package roundhouse.storage.primary;

import java.util.ArrayList;
import java.util.List;
import roundhouse.storage.replication.Letters;
import roundhouse.storage.replication.Message;

/** One of three watchers, whose others are played by a test: it is member 1, member 0 is the primary, and chance says 0. */
abstract class LoneWatcher {
    static final long MILLIS = 1_000_000;
    static final long SECOND = 1_000 * MILLIS;
    static final long TICK = 100 * MILLIS;
    static final SentinelSettings WATCHING = new SentinelSettings(2, 3 * SECOND, 20 * SECOND);

    final Letters out = new Letters();
    long now;
    final boolean[] answers = {true, true, true};
    long offsetOfTwo = 5;
    int followedByTwo;

    final Sentinel sentinel = new Sentinel(1, 3, 0, WATCHING, out, () -> 0L);

    static Message pong(int member, int primary, int epoch, long offset) {
        return new SentinelMessage.Pong(member == primary, primary, epoch, offset);
    }

    /** Starts it, and lets it run until a time while the members answer pings. */
    void runUntil(long time) {
        if (now == 0) {
            sentinel.start(0);
        }
        while (now < time) {
            now += TICK;
            sentinel.tick(now);
            for (Letters.Letter letter : tellAll()) {
                if (letter.message() instanceof SentinelMessage.Ping && answers[letter.to()]) {
                    int primary = letter.to() == 2 ? followedByTwo : 0;
                    sentinel.receive(
                            letter.to(),
                            (SentinelMessage) pong(letter.to(), primary, 1, letter.to() == 2 ? offsetOfTwo : 3),
                            now);
                }
            }
        }
    }

    final List<Letters.Letter> told = new ArrayList<>();

    List<Letters.Letter> tellAll() {
        List<Letters.Letter> sent = out.sent();
        sent.stream()
                .filter(letter -> !(letter.message() instanceof SentinelMessage.Ping))
                .forEach(told::add);
        return sent;
    }

    /** What was said to a member but pings, since this was last asked. */
    List<Message> said(int to) {
        tellAll();
        List<Message> said = told.stream()
                .filter(letter -> letter.to() == to)
                .map(Letters.Letter::message)
                .toList();
        told.clear();
        return said;
    }

    void hears(int from, SentinelMessage message) {
        sentinel.receive(from, message, now);
    }

    /** The primary answers at 5.1 s and is pinged in vain from 6.1 s on. */
    void primaryDies() {
        runUntil(5_500 * MILLIS);
        answers[0] = false;
        said(2);
    }

    /** Until it has asked for votes in epoch 2. */
    void asksForVotes() {
        primaryDies();
        runUntil(9_200 * MILLIS);
        hears(2, new SentinelMessage.DownReply(0, true));
        said(2);
    }

    boolean isPromoted(int member) {
        return said(member).contains(new SentinelMessage.Promote(2));
    }
}
