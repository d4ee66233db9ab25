package roundhouse.simulation;

import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;

/**
 * Is told what becomes of attempts, as it happens. This one takes no notice: it is what a run has unless somebody asked. An observer only
 * looks; it must change nothing of what it is shown.
 */
class RunObserver {
    static final RunObserver NONE = new RunObserver();

    /** Clients have begun a request, with that attempt as its first try. */
    void began(Attempt attempt, ClientsComponent clients) {}

    /** The attempt has come to the node at its top; at a clients node that is where the try begins. */
    void entered(Attempt attempt) {}

    /** A node does not let the attempt in; its outcome says why. */
    void turnedAway(Attempt attempt, NodeComponent node) {}

    /** The attempt is back at the node at its top, from where that node had to ask first, and waits for a core. */
    void waits(Attempt attempt) {}

    /** A core has begun to work on the attempt. */
    void started(Attempt attempt) {}

    /** The node at the attempt's top is done with it; its outcome says how it went. */
    void left(Attempt attempt) {}

    /** The attempt has set out on a link, one way or the other. */
    void departed(Attempt attempt, LinkComponent link) {}

    /** The attempt has come to the end of the link it was on. */
    void arrived(Attempt attempt) {}

    /** The node at the attempt's top gives up waiting for it; it was lost further on. */
    void dropped(Attempt attempt) {}

    /** A link or a node has lost the attempt; nobody will answer it. */
    void lost(Attempt attempt) {}

    /** The balancer of that group is about to pick a target for the attempt. */
    void picking(Attempt attempt, TargetGroup group) {}

    /** The attempt goes where its client sticks to. */
    void stuck(Attempt attempt, TargetGroup group, int target) {}

    /** The balancer at which the attempt is, one that passes requests on, gives it to the target at the link's end. */
    void giving(Attempt attempt, LinkComponent link) {}

    /** What the balancer was {@link #giving} has ended so for it; a reply may still be on its way. */
    void given(Attempt attempt, Outcome outcome) {}

    /** The balancer at which the attempt is has made a part of it, to send to one target. */
    void parted(Attempt whole, Attempt part) {}

    /** Nothing more will come of a part of an attempt. */
    void ended(Attempt part) {}

    /** The attempt goes where its connection was given a target when it was opened, with the request {@code first}. */
    void pinned(Attempt attempt, LoadBalancerComponent balancer, TargetGroup group, int target, long first) {}

    /** The balancer has no links of the pool that the attempt should go to. */
    void withoutPool(Attempt attempt, LoadBalancerComponent balancer) {}

    /** The client will send the request again after a while, now that the attempt has ended for it; {@link #concluded} follows. */
    void retrying(Attempt attempt) {}

    /** The request has ended with that attempt, of which {@link #concluded} follows. */
    void ended(Attempt attempt, Outcome outcome) {}

    /** Somebody looks at the run as it stands: adds to the picture what only this observer knows. */
    void addTo(Frame frame) {}

    /** The try has ended so for its client, or another one was better (null); the reply may still be on its way. */
    void concluded(Attempt attempt, @Nullable Outcome outcome) {}
}
