/**
 * The words of the window, apart from the code that shows them, so that they could be translated. The engine's own
 * sentences (messages, the transcript, answers to why), which the command line prints too, are not among them.
 */
@NullMarked
package roundhouse.workbench.texts;

import org.jspecify.annotations.NullMarked;
