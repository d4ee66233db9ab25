package roundhouse.simulation.scaling;

import roundhouse.topology.Topology;

/** Makes the running system another one. */
public interface Regrouping {
    /** It becomes that, or stays what it is and becomes what its groups are by now. */
    void become(Topology next);
}
