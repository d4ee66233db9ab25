package roundhouse.simulation.storing;

import java.util.BitSet;
import java.util.List;
import roundhouse.simulation.components.replication.ReplicationFigures;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.transcript.TranscriptWords;
import roundhouse.storage.replication.Replica;
import roundhouse.topology.stores.Store;

/**
 * Who leads a store: of the members that hold that they do the one of the newest term. One that goes on leading after another one was
 * promoted acknowledges writes alone; they are lost when it gives way.
 */
final class Leadership {
    private final RunContext context;
    private final Store spec;
    private final List<? extends ShardMember> members;
    private final ReplicationFigures figures;
    private final LostWrites lostWrites;
    /** Members that lead although another one was promoted, and what they acknowledged since. */
    private final BitSet astray = new BitSet();

    private final long[] lostAlone;
    private int leader = Replica.NOBODY;
    private int term;

    Leadership(
            RunContext context,
            Store spec,
            List<? extends ShardMember> members,
            ReplicationFigures figures,
            LostWrites lostWrites) {
        this.context = context;
        this.spec = spec;
        this.members = members;
        this.figures = figures;
        this.lostWrites = lostWrites;
        lostAlone = new long[spec.members().size()];
    }

    /** The number of the member that leads; {@link Replica#NOBODY} for none. */
    int leader() {
        return leader;
    }

    int term() {
        return term;
    }

    /** Something happened to a member. */
    void changed(int number) {
        ShardMember member = members.get(number);
        Replica replica = member.replica();
        boolean leads = replica.leader() == number && member.isUp();
        if (!leads && astray.get(number)) {
            follows(number);
        }
        if (leads && (replica.term() > term || (leader == Replica.NOBODY && replica.term() == term))) {
            became(number, replica.term());
        } else if (!leads && leader == number) {
            gone(number);
        }
    }

    private String title(int number) {
        return context.titles.of(spec.members().get(number));
    }

    private void became(int number, int newTerm) {
        boolean first = term == 0;
        int before = leader;
        leader = number;
        term = newTerm;
        figures.leads(true, context.kernel.nowNanos());
        if (first) {
            return;
        }
        figures.elections++;
        long more = lostWrites.withLeader(members.get(number).holds());
        context.transcript.say(spec.title() + ": " + title(number) + " leads in term " + newTerm
                + (before == Replica.NOBODY || before == number
                        ? ""
                        : ", while " + title(before) + " does not know yet")
                + (more == 0 ? "" : "; " + TranscriptWords.count(more, "acknowledged write") + " lost"));
    }

    /** A member that led on after another one had been promoted gives way. */
    private void follows(int number) {
        astray.clear(number);
        int whom = members.get(number).replica().leader();
        context.transcript.say(spec.title() + ": " + title(number)
                + (whom == Replica.NOBODY ? " leads no more" : " follows " + title(whom) + " now")
                + "; " + TranscriptWords.count(lostAlone[number], "write") + " that it acknowledged alone "
                + (lostAlone[number] == 1 ? "is" : "are") + " lost");
        lostAlone[number] = 0;
    }

    private void gone(int number) {
        leader = Replica.NOBODY;
        figures.leads(false, context.kernel.nowNanos());
        context.transcript.say(spec.title() + ": " + title(number) + " leads no more");
    }

    /** A member has acknowledged a write. Returns whether it did so alone: another one leads and does not have it. */
    boolean acknowledgedAlone(int member, int version) {
        if (leader == Replica.NOBODY
                || leader == member
                || members.get(leader).holds().get(version)) {
            return false;
        }
        astray.set(member);
        lostAlone[member]++;
        return true;
    }
}
