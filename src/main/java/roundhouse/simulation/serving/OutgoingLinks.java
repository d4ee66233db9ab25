package roundhouse.simulation.serving;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.LinkComponent;

/** The links that begin at a server. Calls look them up: going through an array makes no iterator, whatever code is compiled by then. */
final class OutgoingLinks {
    private LinkComponent[] links = {};

    void add(LinkComponent link) {
        links = Arrays.copyOf(links, links.length + 1);
        links[links.length - 1] = link;
    }

    void remove(LinkComponent link) {
        links = Arrays.stream(links)
                .filter(other -> other.number() != link.number())
                .toArray(LinkComponent[]::new);
    }

    /** The link to the node of that id; null when there is none. */
    @Nullable
    LinkComponent to(@Nullable String id) {
        for (LinkComponent link : links) {
            if (link.to.id.equals(id)) {
                return link;
            }
        }
        return null;
    }

    /** The first link to any of these nodes; null when there is none. */
    @Nullable
    LinkComponent toFirst(List<String> ids) {
        for (LinkComponent link : links) {
            if (ids.contains(link.to.id)) {
                return link;
            }
        }
        return null;
    }

    /** The same, or, where that is a balancer of a pair whose address is at the other one now, the link to that. */
    @Nullable
    LinkComponent reaching(String id) {
        LinkComponent named = to(id);
        if (named == null || !named.addressElsewhere() || named.addressShared() == null) {
            return named;
        }
        LinkComponent other = to(named.addressShared().id);
        return other == null ? named : other;
    }
}
