/**
 * A history as it is drawn: a lane a client, an operation a bar from its call to its return, the few that break a promise told from the
 * rest. Knows no screen: the window paints it, the command line writes it.
 */
@NullMarked
package roundhouse.storage.lanes;

import org.jspecify.annotations.NullMarked;
