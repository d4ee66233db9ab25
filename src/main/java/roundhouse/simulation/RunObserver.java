package roundhouse.simulation;

import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;

/**
 * Is told what becomes of calls, as it happens. This one takes no notice: it is what a run has unless somebody asked. A probe only
 * looks; it must change nothing of what it is shown.
 */
class RunObserver {
    static final RunObserver NONE = new RunObserver();

    /** Clients have begun a request, with that call as its first try. */
    void began(Attempt call, ClientsComponent clients) {}

    /** The call has come to the node at its top; at a clients node that is where the try begins. */
    void entered(Attempt call) {}

    /** A node does not let the call in; its outcome says why. */
    void turnedAway(Attempt call, NodeComponent node) {}

    /** The call is back at the node at its top, from where that node had to ask first, and waits for a core. */
    void waits(Attempt call) {}

    /** A core has begun to work on the call. */
    void started(Attempt call) {}

    /** The node at the call's top is done with it; its outcome says how it went. */
    void left(Attempt call) {}

    /** The call has set out on a link, one way or the other. */
    void departed(Attempt call, LinkComponent link) {}

    /** The call has come to the end of the link it was on. */
    void arrived(Attempt call) {}

    /** The node at the call's top gives up waiting for it; it was lost further on. */
    void dropped(Attempt call) {}

    /** A link or a node has lost the call; nobody will answer it. */
    void lost(Attempt call) {}

    /** The balancer of that group is about to pick a target for the call. */
    void picking(Attempt call, TargetGroup group) {}

    /** The call goes where its client sticks to. */
    void stuck(Attempt call, TargetGroup group, int target) {}

    /** The balancer at which the call is, one that passes requests on, gives it to the target at the link's end. */
    void giving(Attempt call, LinkComponent link) {}

    /** What the balancer was {@link #giving} has ended so for it; a reply may still be on its way. */
    void given(Attempt call, Outcome outcome) {}

    /** The balancer at which the call is has made a part of it, to send to one target. */
    void parted(Attempt whole, Attempt part) {}

    /** Nothing more will come of a part of a call. */
    void ended(Attempt part) {}

    /** The call goes where its connection was given a target when it was opened, with the request {@code first}. */
    void pinned(Attempt call, LoadBalancerComponent balancer, TargetGroup group, int target, long first) {}

    /** The balancer has no links of the pool that the call should go to. */
    void withoutPool(Attempt call, LoadBalancerComponent balancer) {}

    /** The client will send the request again after a while, now that the call has ended for it; {@link #concluded} follows. */
    void retrying(Attempt call) {}

    /** The request has ended with that call, of which {@link #concluded} follows. */
    void ended(Attempt call, Outcome outcome) {}

    /** Somebody looks at the run as it stands: adds to the picture what only this probe knows. */
    void addTo(Frame frame) {}

    /** The try has ended so for its client, or another one was better (null); the reply may still be on its way. */
    void concluded(Attempt call, @Nullable Outcome outcome) {}
}
