"""Names for what must not be named: two words that say nothing about whoever stands behind them."""

import secrets

FIRST = """
amber ashen auburn azure birch brass bright bronze cedar chalk citrine clover cobalt copper coral crimson dapple dusky ebony
ember fern flint frost garnet gilded granite hazel heather hollow indigo iron ivory jade juniper lacquer larch linen lunar
maple marble marsh mellow misty mossy nimble ochre olive opal pearl pewter quartz quiet russet saffron sage sandy scarlet
silver slate sorrel spruce sunny tawny thistle topaz umber velvet verdant violet walnut willow winter
""".split()
SECOND = """
anchor badger beacon bellows bittern bobbin bramble buzzard candle canoe cello compass cormorant cricket crow curlew dipper
dormouse drum falcon ferret fiddle finch fulmar gannet gander goblet grebe hamper hare heron hinge hornet ibis kestrel
kettle kite ladder lantern lapwing linnet lynx magpie marten mitten newt nutmeg otter owl oyster paddle pebble pelican
petrel piano plover puffin quail quill raven ribbon robin saddle sextant shrew skylark sparrow spindle starling stoat stork
swallow tanager teapot tern thimble thrush trowel turnstone vole wagtail walrus whistle wren
""".split()


def random_codename() -> str:
    """Two random words, such as “Russet Plover”. Chosen by the system's own source of chance, so that nothing can be read from it."""
    return f"{secrets.choice(FIRST).capitalize()} {secrets.choice(SECOND).capitalize()}"
