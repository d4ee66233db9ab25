package roundhouse.exchange.configuration.nginx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.Account;
import roundhouse.exchange.configuration.Addresses;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.types.Types;

/** Writes the targets of one pool as an upstream. */
final class NginxUpstream {
    /** At the end of a server's line: its address is none of the document. */
    static final String ASSUMED = "address-assumed";
    /** At the end of a server's line: it is down because it has no weight. */
    static final String WEIGHTLESS = "weight-0";
    /** At the end of the line of a server that stands for none. */
    static final String NOBODY = "-";

    private static final int MOST_WEIGHT = 65_535;

    /** The balancer's rule of failures. */
    private final Health.@Nullable Passive its;
    /** Whether no server comes under it. */
    private final boolean unused;

    private final NginxMethod method;
    private final Addresses addresses;
    private final Account account;

    /** @param rule of failures, if any server comes under one */
    NginxUpstream(LoadBalancer balancer, Health.@Nullable Passive rule, Addresses addresses, Account account) {
        its = balancer.health().passive();
        unused = rule == null && its != null;
        method = NginxMethod.of(balancer);
        this.addresses = addresses;
        this.account = account;
    }

    /** @param remark whose it is */
    void write(String name, String remark, List<Link> links, NginxText text) {
        text.open("upstream " + name, remark);
        if (!method.directive().isEmpty()) {
            text.say(method.directive());
        }
        boolean anyPrimary = false;
        for (Link link : links) {
            anyPrimary |= !link.backup();
        }
        if (!anyPrimary) {
            text.say("server 127.0.0.1:9 down", NOBODY);
        }
        links.forEach(link -> server(link, text));
        text.close();
    }

    private void server(Link link, NginxText text) {
        String pointer = account.link(link.from(), link.to());
        if (link.backup() && !method.backups()) {
            account.unwritten(pointer, "nginx knows no backups with " + method.directive());
            text.comment("no backup is possible with " + method.directive() + ": " + link.to());
            return;
        }
        account.described(pointer);
        List<String> words = new ArrayList<>();
        List<String> remarks = new ArrayList<>(List.of(link.to()));
        weight(link, pointer, words);
        Health.Passive passive = link.passive(its);
        words.add("max_fails=" + (passive == null ? 0 : passive.maxFails()));
        if (passive != null && passive.maxFails() > 0) {
            words.add("fail_timeout=" + passive.failTimeout().toSeconds() + "s");
        }
        for (String key : List.of("/max-fails", "/fail-timeout")) {
            if (unused) {
                account.remembered(pointer + key);
            } else {
                account.said(pointer + key);
            }
        }
        if (link.limit() != Types.UNLIMITED) {
            words.add("max_conns=" + link.limit());
        }
        account.said(pointer + "/limit");
        if (link.backup()) {
            words.add("backup");
        }
        account.said(pointer + "/backup");
        boolean weightless = link.weight() == 0 && method.weights();
        if (link.down() || weightless) {
            words.add("down");
        }
        if (weightless) {
            remarks.add(WEIGHTLESS);
        }
        if (link.down() && weightless) {
            account.remembered(pointer + "/down");
        } else {
            account.said(pointer + "/down");
        }
        account.said(pointer + "/pool");
        account.said(pointer + "/address");
        for (Addresses.Place place : addresses.of(link)) {
            List<String> itsRemarks = new ArrayList<>(remarks);
            if (place.assumed()) {
                itsRemarks.add(ASSUMED);
            }
            text.say(
                    "server " + place.text() + (words.isEmpty() ? "" : " " + String.join(" ", words)),
                    String.join(" ", itsRemarks));
        }
    }

    private void weight(Link link, String pointer, List<String> words) {
        if (!method.weights()) {
            if (link.weight() != 1) {
                account.unwritten(pointer + "/weight", "the algorithm does not go by weights");
            }
            return;
        }
        if (link.weight() == 0) {
            account.unwritten(pointer + "/weight", "nginx has no weight of 0; the server is down there");
            return;
        }
        if (link.weight() > 1) {
            words.add("weight=" + Math.min(link.weight(), MOST_WEIGHT));
        }
        account.said(pointer + "/weight");
    }
}
