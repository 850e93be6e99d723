package mien.engine.model;

/** Is told while files are copied; ends it by throwing {@link mien.engine.edit.Cancelled}. */
@FunctionalInterface
public interface CopyWatcher {

    /** Nobody watches. */
    CopyWatcher NONE = (done, all) -> {};

    void copied(long done, long all);
}
