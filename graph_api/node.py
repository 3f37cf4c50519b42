"""What everything with an id has in common: the id, which is also its address and its Relay global id."""

from __future__ import annotations

import strawberry


@strawberry.interface(
    description="有 id 的事物；id 全局唯一，也是它的地址 /id/… | Anything with an id; also its address"
)
class Node:
    """Anything with an id."""

    id: strawberry.ID = strawberry.field(description="全局唯一的 id | Id, unique among all things")
