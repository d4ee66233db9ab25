package roundhouse.simulation.commands;

import java.util.Optional;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.storing.ReplicatedStore;
import roundhouse.simulation.storing.Sharding;
import roundhouse.simulation.transcript.TranscriptWords;
import roundhouse.topology.Command;
import roundhouse.topology.declarations.CommandKinds;

/** Does what commands say to members of replicated stores. */
public final class MemberCommands {
    private final RunContext context;
    private final Network network;

    public MemberCommands(RunContext context, Network network) {
        this.context = context;
        this.network = network;
    }

    public void apply(Command.OfMember command) {
        String id = command.node();
        Optional<ReplicatedStore> found = network.stores().all().stream()
                .filter(store -> store.spec().members().contains(id))
                .findFirst();
        String title = context.titles.of(id);
        if (found.isEmpty()) {
            context.transcript.say(title + " is no member of a store and cannot "
                    + CommandKinds.of(command).cannot());
            return;
        }
        ReplicatedStore store = found.get();
        int member = store.spec().members().indexOf(id);
        switch (command) {
            case Command.Clock clock -> {
                long nanos = DurationSampler.nanos(clock.ahead());
                store.clock(member, nanos);
                context.transcript.say("the clock of " + title
                        + (nanos == 0 ? " is right" : " is " + TranscriptWords.time(nanos) + " ahead"));
            }
            case Command.Join _ -> shard(store, id, true);
            case Command.Leave _ -> shard(store, id, false);
            case Command.Promote _ -> {
                if (!store.promote(member)) {
                    context.transcript.say(title + " cannot be promoted: it is down, or "
                            + store.spec().title() + " has no primary that is chosen by hand");
                }
            }
        }
    }

    private void shard(ReplicatedStore store, String id, boolean joins) {
        Sharding sharding = store.sharding();
        String refusal = sharding == null
                ? store.spec().title() + " has no shards"
                : joins ? sharding.join(id) : sharding.leave(id);
        if (!refusal.isEmpty()) {
            context.transcript.say(context.titles.of(id) + " cannot " + (joins ? "join" : "leave") + ": " + refusal);
        }
    }
}
