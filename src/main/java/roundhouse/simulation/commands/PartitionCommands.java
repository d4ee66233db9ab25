package roundhouse.simulation.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.faults.LinkFaults;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.transcript.TranscriptWords;

/** Parts the network into groups of nodes, and heals it. */
public final class PartitionCommands {
    private final RunContext context;
    private final Network network;

    public PartitionCommands(RunContext context, Network network) {
        this.context = context;
        this.network = network;
    }

    /** Nothing comes through between the groups; the partition there was is over. */
    public void part(List<List<String>> groups) {
        join();
        Map<String, Integer> sides = new LinkedHashMap<>();
        for (int side = 0; side < groups.size(); side++) {
            for (String id : groups.get(side)) {
                for (String one : network.stacks().named(id)) {
                    sides.put(one, side);
                }
            }
        }
        int cut = 0;
        int lost = 0;
        for (LinkComponent link : network.links()) {
            Integer from = sides.get(link.from.id);
            Integer to = sides.get(link.to.id);
            if (from != null && to != null && !from.equals(to)) {
                lost += link.part(true);
                cut++;
            }
        }
        context.partition.begin(sides, context.kernel.nowNanos());
        List<String> titles = new ArrayList<>();
        groups.forEach(group -> titles.add(
                String.join(", ", group.stream().map(context.titles::of).toList())));
        context.transcript.say("the network is parted: " + String.join(" | ", titles) + "; "
                + TranscriptWords.count(cut, "link") + (cut == 1 ? " is" : " are") + " cut"
                + NodeFaultCommands.lost(lost));
    }

    /** There is no partition any more. */
    public void heal() {
        if (!context.partition.isThere()) {
            context.transcript.say("the network is whole already");
            return;
        }
        long nowNanos = context.kernel.nowNanos();
        long sinceNanos = context.partition.sinceNanos();
        join();
        context.partition.end(nowNanos);
        network.stores().healed();
        context.transcript.say("the network is whole again after " + TranscriptWords.time(nowNanos - sinceNanos));
    }

    private void join() {
        for (LinkComponent link : network.everyLink()) {
            LinkFaults faults = link.faults();
            if (faults != null && faults.isParted()) {
                link.part(false);
            }
        }
    }
}
