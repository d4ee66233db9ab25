package roundhouse.storage.searching.views;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.searching.Budget;
import roundhouse.storage.searching.Reason;
import roundhouse.storage.searching.Reasons;

/** Says why no views explain a history: what a read must have seen, and which order of the writes would follow. */
public final class ViewWords {
    private final Sessions sessions;
    private final Promises promises;
    private final IntFunction<String> named;
    private final Views views;
    /** Where each read has its answer from, as it is told. */
    private final int[] decided;

    private final List<String> why = new ArrayList<>();
    private final List<Reason> arrows = new ArrayList<>();
    private final List<Integer> wrong = new ArrayList<>();

    private ViewWords(OperationHistory history, Promises promises, IntFunction<String> named) {
        sessions = new Sessions(history);
        this.promises = promises;
        this.named = named;
        views = new Views(sessions, promises);
        decided = new int[sessions.reads.length];
    }

    /** @param named how an operation is called in a sentence */
    public static Reasons of(OperationHistory history, Promises promises, IntFunction<String> named) {
        ViewWords words = new ViewWords(history, promises, named);
        words.explain();
        return new Reasons(words.why, words.arrows.stream().distinct().toList(), List.of(), words.wrong);
    }

    private void explain() {
        boolean ambiguous = false;
        for (int read = 0; read < decided.length; read++) {
            int[] sources = sessions.sources[read];
            if (sources.length == 0) {
                why.add(read(read) + " answered what nobody wrote.");
                wrong.add(sessions.reads[read]);
                return;
            }
            ambiguous |= sources.length > 1;
            decided[read] = sources[0];
        }
        if (ambiguous) {
            why.add("Whichever write of the same value each answer came from, for example:");
        }
        tellSources();
        views.close(decided, Budget.of(Long.MAX_VALUE));
        boolean initialIsWrong = false;
        for (int read = 0; read < decided.length; read++) {
            initialIsWrong |= decided[read] == Sessions.NONE && explainInitial(read);
        }
        if (!initialIsWrong) {
            explainOrder();
        }
    }

    private void tellSources() {
        for (int read = 0; read < decided.length; read++) {
            if (decided[read] != Sessions.NONE) {
                arrow(sessions.writes[decided[read]], sessions.reads[read], Reason.Kind.ANSWERED);
            }
        }
    }

    private void arrow(int from, int to, Reason.Kind kind) {
        arrows.add(new Reason(from, to, kind));
    }

    private boolean explainInitial(int read) {
        for (int write = views.seen.next(read, 0); write >= 0; write = views.seen.next(read, write + 1)) {
            if (isOfKey(write, read)) {
                why.add(read(read) + " answered what was there at first, but had to see " + write(write) + ": "
                        + reason(read, write, Sessions.NONE) + ".");
                arrow(sessions.writes[write], sessions.reads[read], Reason.Kind.MUST_BE_SEEN);
                wrong.add(sessions.reads[read]);
                return true;
            }
        }
        return false;
    }

    private void explainOrder() {
        Arbitration arbitration = new Arbitration(sessions);
        arbitration.isPossible(views, decided);
        int[] cycle = arbitration.cycle();
        for (int i = 0; i < cycle.length; i++) {
            explainPair(cycle[i], cycle[(i + 1) % cycle.length]);
        }
        if (cycle.length == 0) {
            for (int read = 0; read < decided.length; read++) {
                explainRead(read, decided[read]);
            }
        }
        why.add("So no order of the writes is right.");
    }

    private void explainPair(int first, int then) {
        if (views.before.has(then, first)) {
            why.add(write(first) + " comes before " + write(then) + ": " + causes(first, then) + ".");
            arrow(sessions.writes[first], sessions.writes[then], Reason.Kind.COMES_BEFORE);
            return;
        }
        for (int read = 0; read < decided.length; read++) {
            if (decided[read] == then && isOfKey(first, read) && views.seen.has(read, first)) {
                explainSeen(read, first, then);
                return;
            }
        }
    }

    private void explainRead(int read, int source) {
        for (int write = views.seen.next(read, 0); write >= 0; write = views.seen.next(read, write + 1)) {
            if (write != source && isOfKey(write, read)) {
                explainSeen(read, write, source);
            }
        }
    }

    private void explainSeen(int read, int first, int then) {
        why.add(read(read) + " answered " + write(then) + " and had to see " + write(first) + ": "
                + reason(read, first, then) + "; so " + write(first) + " comes before " + write(then) + ".");
        arrow(sessions.writes[first], sessions.reads[read], Reason.Kind.MUST_BE_SEEN);
        arrow(sessions.writes[first], sessions.writes[then], Reason.Kind.COMES_BEFORE);
    }

    /** Why a write is in the view of a read. */
    private String reason(int read, int write, int source) {
        for (int i = 0; promises.readYourWrites() && i < sessions.ownWrites[read]; i++) {
            if (sessions.ownWrite(read, i) == write) {
                return "its client had written it before";
            }
        }
        int earlier = sessions.readBefore[read];
        if (promises.monotonicReads() && earlier != Sessions.NONE && views.seen.has(earlier, write)) {
            return decided[earlier] == write
                    ? "its client had read it in " + read(earlier)
                    : "its client had seen it by " + read(earlier) + ", as " + reason(earlier, write, decided[earlier]);
        }
        if (source != Sessions.NONE && views.before.has(source, write)) {
            return causes(write, source);
        }
        for (int other = views.seen.next(read, 0); other >= 0; other = views.seen.next(read, other + 1)) {
            if (other != write && views.before.has(other, write)) {
                return "it saw " + write(other) + ", and " + causes(write, other);
            }
        }
        return "it follows from the other answers";
    }

    private String causes(int first, int then) {
        int read = sessions.readBeforeWrite[then];
        if (promises.writesFollowReads() && read != Sessions.NONE && views.seen.has(read, first)) {
            return "the client of " + write(then) + " had seen it in " + read(read);
        }
        return "one client wrote both, in this order";
    }

    private boolean isOfKey(int write, int read) {
        return sessions.keyOfWrite(write) == sessions.history.key(sessions.reads[read]);
    }

    private String read(int read) {
        return named.apply(sessions.reads[read]);
    }

    private String write(int write) {
        return named.apply(sessions.writes[write]);
    }
}
