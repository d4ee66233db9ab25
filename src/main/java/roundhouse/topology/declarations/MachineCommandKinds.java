package roundhouse.topology.declarations;

import java.time.Duration;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.ErrorScope;
import roundhouse.topology.declarations.CommandKind.Effect;
import roundhouse.topology.json.Units;
import roundhouse.topology.types.Types;

/** What can happen to a machine, and to all machines of a zone or region. */
final class MachineCommandKinds {
    private MachineCommandKinds() {}

    static void declare(CommandDeclarations commands) {
        commands.ofMachine("crash", Command.Crash.class, Command.Crash::node, crash -> {
                    crash.setting("how", Command.Crash::how, CrashMode.TYPE)
                            .says("How", "What the others see of it.")
                            .usually(CrashMode.REFUSE);
                    return "The node is down and forgets what it was doing.";
                })
                .is(Effect.BREAK, "crash", _ -> "crash");
        commands.ofMachine(
                        "recover",
                        Command.Recover.class,
                        Command.Recover::node,
                        _ -> "The node is up, at its own speed, and nothing is wrong with it any more.")
                .is(Effect.MEND, "recover", _ -> "recover");
        commands.ofMachine("slow", Command.Slow.class, Command.Slow::node, slow -> {
                    slow.setting("factor", Command.Slow::factor, Types.number(0.01, 1_000))
                            .says("Factor", "How many times as long service takes; 1 is normal.")
                            .required("3", 1.0);
                    return "Service takes so many times as long from now on.";
                })
                .is(
                        Effect.SLOW,
                        "be slowed",
                        slow -> slow.factor() == 1 ? "normal speed" : "slow ×" + Units.number(slow.factor()));
        commands.ofMachine(
                        "pause",
                        Command.Pause.class,
                        Command.Pause::node,
                        _ -> "The node works on nothing, but keeps what it has and takes more.")
                .is(Effect.BREAK, "be paused", _ -> "pause");
        commands.ofMachine("leak", Command.Leak.class, Command.Leak::node, leak -> {
                    leak.setting("per-minute", Command.Leak::perMinute, Types.number(0, 1_000))
                            .says("Per minute", "Normal service times more with each minute.")
                            .required("0.5", 0.0);
                    return "Service takes longer with each minute.";
                })
                .is(Effect.SLOW, "leak", _ -> "leak");
        commands.ofMachine("errors", Command.Errors.class, Command.Errors::node, errors -> {
                    errors.setting("rate", Command.Errors::rate, Types.share())
                            .says("Rate", "What part of the requests, 0 to 1.")
                            .required("0.2", 0.0);
                    errors.setting("of", Command.Errors::scope, ErrorScope.TYPE)
                            .component("scope")
                            .says("Of", "What gets errors: all, requests only or health checks only.")
                            .usually(ErrorScope.ALL);
                    return "This share of requests gets an error instead of an answer, after its service.";
                })
                .is(
                        Effect.BREAK,
                        "make errors",
                        errors -> (errors.scope() == ErrorScope.CHECKS ? "check errors " : "errors ")
                                + Units.percent(errors.rate()));
        commands.ofMachine("check-answer", Command.CheckAnswer.class, Command.CheckAnswer::node, answer -> {
                    answer.setting("status", Command.CheckAnswer::status, Types.whole(100, 599))
                            .says("Status", "What it answers health checks with.")
                            .usually(200);
                    answer.setting("body", Command.CheckAnswer::body, Types.line())
                            .says("Body", "What it says then.")
                            .usually("");
                    return "The server answers health checks with this until it recovers.";
                })
                .is(Effect.BREAK, "answer checks otherwise", answer -> "checks: " + answer.status());
        commands.ofMachine("flap", Command.Flap.class, Command.Flap::node, flap -> {
                    flap.setting("down", Command.Flap::down, Types.milliseconds())
                            .says("Down", "How long it is down each time.")
                            .required("\"2s\"", Duration.ofSeconds(2));
                    flap.setting("up", Command.Flap::up, Types.milliseconds())
                            .says("Up", "How long it is up in between.")
                            .required("\"5s\"", Duration.ofSeconds(5));
                    return "Down for a while, up for a while, and so on.";
                })
                .is(Effect.BREAK, "flap", _ -> "flap");
        commands.ofMachine("failing", Command.Failing.class, Command.Failing::node, failing -> {
                    failing.setting("between", Command.Failing::between, Types.milliseconds())
                            .says("Between", "Mean time from one repair to the next failure.")
                            .required("\"10min\"", Duration.ofMinutes(10));
                    failing.setting("repair", Command.Failing::repair, Types.milliseconds())
                            .says("Repair", "Mean time to repair.")
                            .required("\"30s\"", Duration.ofSeconds(30));
                    return "Fails and is repaired at random, by exponential times with these means.";
                })
                .is(Effect.BREAK, "fail at random", _ -> "random failures");
        commands.ofMachine("restart", Command.Restart.class, Command.Restart::node, restart -> {
                    restart.setting("for", Command.Restart::outage, Types.duration())
                            .component("outage")
                            .says("For", "How long it is down.")
                            .required("\"5s\"", Duration.ZERO);
                    return "Down for so long, then up again.";
                })
                .is(Effect.BREAK, "restart", _ -> "restart");
        commands.ofPlace("outage", Command.Outage.class, Command.Outage::place, outage -> {
                    outage.setting("how", Command.Outage::how, CrashMode.TYPE)
                            .says("How", "What the others see of them.")
                            .usually(CrashMode.BLACK_HOLE);
                    return "Every server and load balancer in that zone or region goes down at once.";
                })
                .is(Effect.BREAK, "", _ -> "outage");
        commands.ofPlace(
                        "outage-over",
                        Command.OutageOver.class,
                        Command.OutageOver::place,
                        _ -> "Every server and load balancer in that zone or region recovers.")
                .is(Effect.MEND, "", _ -> "outage over");
    }
}
