/** What nodes are made of that have to do with data: caches wherever they are, and how a server keeps what it works on. */
@NullMarked
package roundhouse.topology.nodes.data;

import org.jspecify.annotations.NullMarked;
