package roundhouse.topology.commands;

import java.time.Duration;
import java.util.List;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.LinkDirection;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.nodes.NodeWriter;
import roundhouse.topology.nodes.ValueWriter;

/** Writes one command of the scenario; the mirror of {@link CommandReader}. */
public final class CommandWriter {
    private CommandWriter() {}

    public static Json json(TimedCommand timed) {
        JsonBuilder json = new JsonBuilder().put("at", timed.at());
        return switch (timed.command()) {
            case Command.Crash crash ->
                how(json.put("crash", crash.node()), CrashMode.REFUSE, crash.how())
                        .build();
            case Command.Recover recover -> json.put("recover", recover.node()).build();
            case Command.Slow slow ->
                json.put("slow", slow.node()).put("factor", slow.factor()).build();
            case Command.Pause pause -> json.put("pause", pause.node()).build();
            case Command.Leak leak ->
                json.put("leak", leak.node())
                        .put("per-minute", leak.perMinute())
                        .build();
            case Command.Errors errors ->
                json.put("errors", errors.node()).put("rate", errors.rate()).build();
            case Command.Flap flap ->
                json.put("flap", flap.node())
                        .put("down", flap.down())
                        .put("up", flap.up())
                        .build();
            case Command.Failing failing ->
                json.put("failing", failing.node())
                        .put("between", failing.between())
                        .put("repair", failing.repair())
                        .build();
            case Command.Restart restart ->
                json.put("restart", restart.node()).put("for", restart.outage()).build();
            case Command.Outage outage ->
                how(json.put("outage", outage.place()), CrashMode.BLACK_HOLE, outage.how())
                        .build();
            case Command.OutageOver over ->
                json.put("outage-over", over.place()).build();
            case Command.Cut cut ->
                link(json, "cut", cut)
                        .unless(
                                LinkDirection.BOTH,
                                "way",
                                cut.way(),
                                JsonBuilder.text(cut.way().key()))
                        .build();
            case Command.Delay delay ->
                link(json, "delay", delay)
                        .put("by", delay.by())
                        .unless(Duration.ZERO, "jitter", delay.jitter())
                        .build();
            case Command.Loss loss ->
                link(json, "loss", loss).put("rate", loss.rate()).build();
            case Command.Mend mend -> link(json, "mend", mend).build();
            case Command.Drain drain -> link(json, "drain", drain).build();
            case Command.Undrain undrain -> link(json, "undrain", undrain).build();
            case Command.Add add ->
                json.put("add", NodeWriter.json(add.node()))
                        .unless(
                                List.of(),
                                "links",
                                add.links(),
                                JsonBuilder.array(add.links().stream()
                                        .map(NodeWriter::link)
                                        .toList()))
                        .build();
            case Command.Remove remove -> json.put("remove", remove.node()).build();
            case Command.SetWeight set ->
                json.put("weight", set.weight())
                        .put("from", set.from())
                        .put("to", set.to())
                        .build();
            case Command.SetAlgorithm set ->
                json.put("algorithm", ValueWriter.balancing(set.balancing()))
                        .put("of", set.balancer())
                        .build();
            case Command.Revise _ -> throw new IllegalArgumentException("a scenario cannot hold a revision");
        };
    }

    private static JsonBuilder how(JsonBuilder json, CrashMode usual, CrashMode how) {
        return json.unless(usual, "how", how, JsonBuilder.text(how.key()));
    }

    private static JsonBuilder link(JsonBuilder json, String verb, Command.OfLink command) {
        return json.put(
                verb, JsonBuilder.array(List.of(JsonBuilder.text(command.from()), JsonBuilder.text(command.to()))));
    }
}
