/**
 * Python's pickles as data. Where Python would import a class and call it, the reader notes down
 * which class was named and with what; nothing is looked up, nothing runs, whatever the file says.
 *
 * <p>Start with {@link mien.engine.checkpoint.pickle.PickleReader}, which turns bytes into a {@link
 * mien.engine.checkpoint.pickle.PickleValue}. What the objects mean is told by the package {@code
 * objects}.
 */
package mien.engine.checkpoint.pickle;
