package roundhouse.exchange.configuration.haproxy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.Addresses;
import roundhouse.routing.Failure;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.checking.CheckQuestion;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.targets.BackupUse;
import roundhouse.topology.nodes.waiting.BalancerQueue;
import roundhouse.topology.types.Types;

/** Writes the targets of one pool as a backend. */
final class HaproxyBackend {
    private static final int MOST_WEIGHT = 256;

    private final LoadBalancer balancer;
    private final Addresses addresses;
    private final boolean limited;
    private final HaproxyMethod method;

    /** @param limited whether any link of the balancer has a limit */
    HaproxyBackend(LoadBalancer balancer, Addresses addresses, boolean limited) {
        this.balancer = balancer;
        this.addresses = addresses;
        this.limited = limited;
        method = HaproxyMethod.of(balancer.balancing(), balancer.layer());
    }

    /** What limits the clients' side, in the frontend. */
    static void client(LoadBalancer balancer, HaproxyText text) {
        Duration idle = balancer.connections().idle();
        if (balancer.layer() == 4) {
            text.say("timeout client " + time(idle));
        } else {
            text.say("timeout client " + time(null));
            text.say("timeout http-keep-alive " + time(idle));
        }
    }

    private static String time(@Nullable Duration time) {
        return HaproxyTime.format(time == null ? HaproxyTime.FOREVER : time);
    }

    void write(List<Link> links, HaproxyText text) {
        text.say("mode " + (balancer.layer() == 4 ? "tcp" : "http"));
        text.say("balance " + method.balance());
        if (method.balance().startsWith("url_param")) {
            text.line("    # the key of a request is its parameter \"key\"; put here what it is with you");
        }
        method.hashType().forEach(text::say);
        text.say("timeout connect " + time(balancer.timeouts().connect()));
        text.say("timeout server " + time(balancer.passOn().timeout()));
        queue(text);
        passing(text);
        if (balancer.backups() == BackupUse.ALL) {
            text.say("option allbackups");
        }
        sticky(text);
        Health.Active checks = balancer.health().active();
        if (checks != null) {
            checks(checks, text);
        }
        if (links.isEmpty()) {
            text.say("server nobody 127.0.0.1:9 disabled", HaproxyNodes.NOTHING);
        }
        long divisor = divisor(links);
        links.forEach(link -> server(link, divisor, text));
    }

    private void queue(HaproxyText text) {
        BalancerQueue queue = balancer.queue();
        if (limited && queue != null) {
            text.say("timeout queue " + time(queue.timeout()));
        }
    }

    private void passing(HaproxyText text) {
        FailoverPolicy passOn = balancer.passOn();
        BalancerQueue queue = balancer.queue();
        text.say("retries " + (passOn.attempts() - 1));
        if (passOn.attempts() == 1) {
            if (limited && queue != null && queue.redispatch()) {
                text.say("option redispatch");
            }
            return;
        }
        switch (passOn.next()) {
            case SAME -> {}
            case SAME_THEN_OTHER -> text.say("option redispatch");
            case OTHER, ANY -> text.say("option redispatch 1");
        }
        if (balancer.layer() == 7
                && !passOn.on().equals(Failure.HAPROXY)
                && !passOn.on().isEmpty()) {
            text.say("retry-on " + String.join(" ", ProxyLines.words(passOn.on())));
        }
    }

    private void sticky(HaproxyText text) {
        Sticky sticky = balancer.sticky();
        switch (sticky.by()) {
            case OFF -> {}
            case COOKIE -> text.say("cookie ROUNDHOUSE insert indirect nocache");
            case ADDRESS -> {
                text.say("stick-table type ip" + table(sticky));
                text.say("stick on src");
            }
            case HEADER -> {
                String header = String.valueOf(sticky.header());
                if (header.matches("[A-Za-z0-9_-]{1,100}")) {
                    text.say("stick-table type string len 128" + table(sticky));
                    text.say("stick on hdr(" + header + ")");
                }
            }
        }
    }

    private static String table(Sticky sticky) {
        return " size " + sticky.size()
                + (sticky.life() == null ? "" : " expire " + HaproxyTime.format(sticky.life()))
                + (sticky.whenFull() == Sticky.WhenFull.KEEP ? " nopurge" : "");
    }

    private static void checks(Health.Active checks, HaproxyText text) {
        text.say("timeout check " + HaproxyTime.format(checks.timeout()));
        CheckQuestion question = checks.question();
        if (checks.probe() == Health.Probe.CONNECT) {
            return;
        }
        text.say("option httpchk" + (question.path() == null ? "" : " GET " + HaproxyText.quoted(question.path())));
        if (question.body() != null) {
            text.say("http-check expect string " + HaproxyText.quoted(question.body()));
        } else if (!question.status().equals("200-399")) {
            text.say("http-check expect status "
                    + question.status().replaceAll("([1-5])xx", "$100-$199").replace(" ", ""));
        }
    }

    private void server(Link link, long divisor, HaproxyText text) {
        StringBuilder words = new StringBuilder();
        if (link.weight() == 0 || (method.weights() && link.weight() != 1)) {
            long weight = divisor == 0 ? link.weight() : scaled(link.weight(), divisor);
            words.append(weight == 1 ? "" : " weight " + weight);
        }
        if (link.limit() != Types.UNLIMITED) {
            words.append(" maxconn ").append(link.limit());
        }
        BalancerQueue queue = balancer.queue();
        if (limited && queue != null && queue.targetLength() != Types.UNLIMITED) {
            words.append(" maxqueue ").append(queue.targetLength());
        }
        words.append(link.backup() ? " backup" : "").append(link.down() ? " disabled" : "");
        Health.Active checks = balancer.health().active();
        if (checks != null) {
            words.append(checked(checks));
        }
        List<Addresses.Place> places = addresses.of(link);
        for (int i = 0; i < places.size(); i++) {
            String name = places.size() == 1 ? link.to() : link.to() + "-" + (i + 1);
            String cookie = balancer.sticky().by() == Sticky.By.COOKIE ? " cookie " + name : "";
            text.say(
                    "server " + name + " " + places.get(i).text() + words + cookie,
                    link.to() + (places.get(i).assumed() ? " " + HaproxyNodes.ASSUMED : ""));
        }
    }

    private String checked(Health.Active checks) {
        List<String> words = new ArrayList<>(List.of("check", "inter", HaproxyTime.format(checks.interval())));
        words.addAll(List.of("fall", "" + checks.fall(), "rise", "" + checks.rise()));
        if (checks.fastInterval() != null) {
            words.addAll(List.of("fastinter", HaproxyTime.format(checks.fastInterval())));
        }
        if (checks.downInterval() != null) {
            words.addAll(List.of("downinter", HaproxyTime.format(checks.downInterval())));
        }
        if (checks.question().port() != null) {
            words.addAll(List.of("port", "" + checks.question().port()));
        }
        if (checks.marked().down()) {
            words.addAll(List.of("on-marked-down", "shutdown-sessions"));
        }
        if (checks.marked().up()) {
            words.addAll(List.of("on-marked-up", "shutdown-backup-sessions"));
        }
        Duration slow = balancer.health().slowStart();
        if (!slow.isZero()) {
            words.addAll(List.of("slowstart", HaproxyTime.format(slow)));
        }
        Health.Passive passive = balancer.health().passive();
        if (passive != null && passive.maxFails() > 0) {
            boolean answers = passive.on().contains(Failure.HTTP_5XX) && balancer.layer() == 7;
            words.addAll(List.of("observe", answers ? "layer7" : "layer4"));
            words.addAll(List.of("error-limit", "" + passive.maxFails(), "on-error", "mark-down"));
        }
        return " " + String.join(" ", words);
    }

    /** By what weights are divided so that none is above HAProxy's 256; 0 where they can stay. */
    private static long divisor(List<Link> links) {
        long most = links.stream().mapToLong(Link::weight).max().orElse(0);
        if (most <= MOST_WEIGHT) {
            return 0;
        }
        BigInteger common =
                links.stream().map(link -> BigInteger.valueOf(link.weight())).reduce(BigInteger.ZERO, BigInteger::gcd);
        long divisor = common.longValueExact();
        return most / divisor <= MOST_WEIGHT ? divisor : -most;
    }

    private static long scaled(int weight, long divisor) {
        return weight == 0 ? 0 : divisor > 0 ? weight / divisor : Math.max(1, (long) weight * MOST_WEIGHT / -divisor);
    }
}
