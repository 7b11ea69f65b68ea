// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/mailboxes.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace tt::sim {
namespace {

TEST(MailboxesTest, WordsComeInOrderAndToOneHartAlone) {
    Mailboxes mailboxes;
    const uint32_t queue = Mailboxes::between(2, 3);
    for (uint32_t round = 0; round < 3; ++round) {
        for (uint32_t i = 0; i < hw::kMailboxWords; ++i) {
            EXPECT_TRUE(mailboxes.has_room(queue));
            mailboxes.push(queue, 10 * round + i);
        }
        EXPECT_FALSE(mailboxes.has_room(queue));
        EXPECT_FALSE(mailboxes.has_word(Mailboxes::between(3, 2)));
        EXPECT_FALSE(mailboxes.has_word(Mailboxes::between(2, 4)));
        for (uint32_t i = 0; i < hw::kMailboxWords; ++i) {
            EXPECT_EQ(mailboxes.pop(queue), 10 * round + i);
        }
        EXPECT_FALSE(mailboxes.has_word(queue));
    }
}

TEST(MailboxesTest, AreEmptyAfterAReset) {
    Mailboxes mailboxes;
    mailboxes.push(Mailboxes::between(0, 1), 5);
    mailboxes.reset();
    EXPECT_FALSE(mailboxes.has_word(Mailboxes::between(0, 1)));
}

TEST(MailboxesTest, LeadFromOneHartToAnother) {
    for (const auto& [from, to] : {std::pair(1u, 1u), std::pair(5u, 0u), std::pair(0u, 5u)}) {
        try {
            Mailboxes::between(from, to);
            FAIL() << from << " to " << to;
        } catch (const Fault& fault) {
            EXPECT_NE(std::string(fault.what()).find("no mailbox leads from hart"),
                      std::string::npos);
        }
    }
}

}  // namespace
}  // namespace tt::sim
