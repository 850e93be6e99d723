package mien.engine.evaluate.exact;

import java.util.function.Function;
import mien.engine.tensor.Precision;

/**
 * Something that is run and whose numbers are compared.
 *
 * @param name in the tables
 * @param what is run, for people
 * @param picture whether the numbers are a picture in [−1, 1]
 * @param run loads, runs and frees; the numbers depend on the precision alone
 */
public record Subject(
        String name, String what, boolean picture, Function<Precision, float[]> run) {}
