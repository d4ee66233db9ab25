package roundhouse.analysis.sweeping.spark;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.analysis.sweeping.SweepPlan;
import roundhouse.analysis.sweeping.Variable;
import roundhouse.analysis.sweeping.VariedSetting;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.prices.PriceCatalogue;

/**
 * A plan as it goes to a worker: some kilobytes of text, from which each of its runs follows.
 *
 * @param design the topology as files have it
 * @param directory where the files are that it names, on each worker; null for nowhere
 * @param prices what things cost
 * @param variables what is varied
 * @param seeds runs of each combination
 * @param lengthNanos how long each run lasts
 */
record SentPlan(
        String design,
        @Nullable String directory,
        PriceCatalogue prices,
        ArrayList<Values> variables,
        int seeds,
        long lengthNanos)
        implements Serializable {
    /** The values of a setting. */
    record Values(String path, ArrayList<String> values) implements Serializable {}

    static SentPlan of(SweepPlan plan, @Nullable Path directory) {
        ArrayList<Values> variables = new ArrayList<>();
        plan.variables().forEach(each -> variables.add(new Values(each.path(), new ArrayList<>(each.values()))));
        return new SentPlan(
                TopologyFile.format(plan.start()),
                directory == null ? null : directory.toString(),
                PriceCatalogue.inUse(),
                variables,
                plan.seeds(),
                plan.length().toNanos());
    }

    /**
     * The plan again.
     *
     * @throws IllegalStateException when the design cannot be read here, as a file that it names is missing
     */
    SweepPlan plan() {
        prices.use();
        return switch (TopologyFile.parse(design, directory == null ? null : Path.of(directory))) {
            case ReadResult.Read(var topology) ->
                new SweepPlan(
                        topology,
                        variables.stream()
                                .map(each -> new Variable(new VariedSetting(each.path()), List.copyOf(each.values())))
                                .toList(),
                        seeds,
                        Duration.ofNanos(lengthNanos));
            case ReadResult.Refused refused ->
                throw new IllegalStateException("a worker cannot read the design: "
                        + refused.problems().getFirst().message());
        };
    }
}
