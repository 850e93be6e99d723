package mien.engine.checkpoint.pickle;

import java.util.List;

/**
 * What one pickle holds.
 *
 * @param value the value it stands for
 * @param persistent every id of something outside the pickle, in order
 * @param end position of the byte after the pickle
 */
public record Pickle(PickleValue value, List<PickleValue> persistent, long end) {}
