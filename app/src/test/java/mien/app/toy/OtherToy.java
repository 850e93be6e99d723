package mien.app.toy;

/** The toy under another name: a second room. */
public final class OtherToy extends ToySystem {

    @Override
    public String id() {
        return "other";
    }
}
