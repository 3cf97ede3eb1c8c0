/* @web/test-runner snapshot v1 */
export const snapshots = {};

snapshots["list"] = 
`  status “” live=polite
  region “Support tickets”
    sectionheader “”
      heading “Support tickets” level=2
      button “New ticket”
    list “Support tickets”
      listitem “” level=1
        button “Red LOS light on the fibre box, no internet at all”
        text “Open”
        text “TKT-‹year›-1016”
        time “” (‹date›)
          text “Opened ‹date›”
        text “Priority: High”
        text “0 replies”
      listitem “” level=1
        button “Slow speeds in the evening”
        text “In progress”
        text “TKT-‹year›-1014”
        text “1 new reply”
        time “” (‹date›)
          text “Support replied ‹date›”
        text “Priority: Normal”
        text “3 replies”
      listitem “” level=1
        button “Wi-Fi does not reach the back bedroom”
        text “Waiting for you”
        text “TKT-‹year›-1012”
        text “2 new replies”
        time “” (‹date›)
          text “Support replied ‹date›”
        text “Priority: Normal”
        text “2 replies”
      listitem “” level=1
        button “**Router page** shows <b>an error</b>”
        text “Open”
        text “TKT-‹year›-1011”
        time “” (‹date›)
          text “Support replied ‹date›”
        text “Priority: Low”
        text “1 reply”
      listitem “” level=1
        button “انقطاع الإنترنت كل ليلة بعد منتصف الليل”
        text “In progress”
        text “TKT-‹year›-1010”
        time “” (‹date›)
          text “You replied ‹date›”
        text “Priority: Normal”
        text “2 replies”
      listitem “” level=1
        button “A second socket in the study”
        text “Engineer booked”
        text “TKT-‹year›-1009”
        time “” (‹date›)
          text “Support replied ‹date›”
        text “Priority: Normal”
        text “3 replies”
      listitem “” level=1
        button “Charged twice for the same invoice”
        text “Resolved”
        text “TKT-‹year›-1008”
        time “” (‹date›)
          text “You replied ‹date›”
        text “Priority: Normal”
        text “2 replies”
      listitem “” level=1
        button “Moving house at the end of the month”
        text “Waiting for you”
        text “TKT-‹year›-1006”
        time “” (‹date›)
          text “Support replied ‹date›”
        text “Priority: Normal”
        text “1 reply”
      listitem “” level=1
        button “Connection drops for a few seconds, many times a day”
        text “Resolved”
        text “TKT-‹year›-1005”
        time “” (‹date›)
          text “You replied ‹date›”
        text “Priority: Normal”
        text “46 replies”
      listitem “” level=1
        button “The new router restarts by itself”
        text “Closed”
        text “TKT-‹year›-1004”
        time “” (‹date›)
          text “Support replied ‹date›”
        text “Priority: High”
        text “3 replies”
      listitem “” level=1
        button “Paper invoices, please”
        text “Resolved”
        text “TKT-‹year›-1003”
        time “” (‹date›)
          text “Support replied ‹date›”
        text “1 reply”
      listitem “” level=1
        button “Slow again (second ticket, sorry)”
        text “Closed”
        text “TKT-‹year›-1002”
        time “” (‹date›)
          text “Support replied ‹date›”
        text “Priority: Low”
        text “1 reply”
      listitem “” level=1
        button “Cannot reach office-gateway-frankfurt-secondary-failover.remote-workers.internal.company.example.com”
        text “Closed”
        text “TKT-‹year›-1001”
        time “” (‹date›)
          text “You replied ‹date›”
        text “Priority: Normal”
        text “2 replies”
      listitem “” level=1
        button “Can I have a static IP address?”
        text “Closed”
        text “TKT-‹year›-1001”
        time “” (‹date›)
          text “Support replied ‹date›”
        text “Priority: Low”
        text “3 replies”`;
/* end snapshot list */

snapshots["list without tickets"] = 
`  status “” live=polite
  region “Support tickets”
    sectionheader “”
      heading “Support tickets” level=2
      button “New ticket”
    paragraph “”
      text “You have no tickets yet. If something is wrong with your connection or your bill, tell us.”`;
/* end snapshot list without tickets */

snapshots["list that failed to load"] = 
`  status “” live=polite
  region “Support tickets”
    sectionheader “”
      heading “Support tickets” level=2
      button “New ticket”
    paragraph “”
      text “Your tickets could not be loaded”
    paragraph “”
      text “What came back is not from support. Your network may be asking you to log in first.”
    button “Try again”`;
/* end snapshot list that failed to load */

snapshots["ticket with unread replies"] = 
`  status “” live=polite
  region “Wi-Fi does not reach the back bedroom”
    sectionheader “”
      heading “Wi-Fi does not reach the back bedroom” level=2
      text “TKT-‹year›-1012”
      button “Copy ticket number TKT-‹year›-1012”
      text “Waiting for you”
      text “It is your turn. Support needs an answer from you to go on.”
      text “Wi-Fi”
      text “Priority: Normal”
      text “Opened”
      time “” (‹date›)
        text “‹date›”
    article “You Description ‹date›”
      sectionheader “”
        text “You”
        text “Description”
        time “” (‹date›)
          text “‹date›”
      paragraph “”
        text “In the living room everything is fast. In the back bedroom the phone shows one bar and video calls freeze. It is about nine metres and two brick walls away. The network name and the password have not changed since you installed it.”
    list “Replies”
      listitem “” level=1
        paragraph “”
          text “‹date›”
        text “New”
        article “Anna (Support) ‹date›”
          sectionheader “”
            text “Anna (Support)”
            time “” (‹date›)
              text “‹date›”
          paragraph “”
            text “Hello, two brick walls are a lot for 5 GHz. Is the phone on the network ending in "-5G" or on the other one?”
      listitem “” level=1
        article “Anna (Support) ‹date›”
          sectionheader “”
            text “Anna (Support)”
            time “” (‹date›)
              text “‹date›”
          paragraph “”
            text “And could you tell me where the router stands: on the floor, in a cupboard, behind the television? A photograph is not needed, a few words will do.”
    form “”
      LabelText “”
        text “Your reply”
      textbox “Your reply”
      paragraph “”
      button “Send”`;
/* end snapshot ticket with unread replies */

snapshots["ticket closed to replies"] = 
`  status “” live=polite
  region “Slow again (second ticket, sorry)”
    sectionheader “”
      heading “Slow again (second ticket, sorry)” level=2
      text “TKT-‹year›-1002”
      button “Copy ticket number TKT-‹year›-1002”
      text “Closed”
      text “This ticket takes no more replies. If you still need help, open a new one.”
      text “Slow speed”
      text “Priority: Low”
      text “Opened”
      time “” (‹date›)
        text “‹date›”
    article “You Description ‹date›”
      sectionheader “”
        text “You”
        text “Description”
        time “” (‹date›)
          text “‹date›”
      paragraph “”
        text “I think my first message did not go out, so here it is again: slow in the evening.”
    list “Replies”
      listitem “” level=1
        paragraph “”
          text “‹date›”
        article “Automatic message ‹date›”
          sectionheader “”
            text “Automatic message”
            time “” (‹date›)
              text “‹date›”
          paragraph “”
            text “This ticket was merged into your earlier one. Please write there.”
    paragraph “”
      text “Still need help with this?”
    button “Write a new ticket”`;
/* end snapshot ticket closed to replies */

snapshots["ticket with an unsent reply"] = 
`  status “” live=polite
  region “Charged twice for the same invoice”
    sectionheader “”
      heading “Charged twice for the same invoice” level=2
      text “TKT-‹year›-1008”
      button “Copy ticket number TKT-‹year›-1008”
      text “Resolved”
      text “Support believes this is solved. If it is not, reply, and the ticket opens again.”
      text “Billing”
      text “Priority: Normal”
      text “Opened”
      time “” (‹date›)
        text “‹date›”
    article “You Description ‹date›”
      sectionheader “”
        text “You”
        text “Description”
        time “” (‹date›)
          text “‹date›”
      paragraph “”
        text “Invoice INV-20418 for 39.90 was taken from my account twice: on the 3rd and again on the 5th. I dispute the second payment of 39.90 and would like it back on the same account, please.”
    list “Replies”
      listitem “” level=1
        paragraph “”
          text “‹date›”
        article “Inês (Billing) ‹date›”
          sectionheader “”
            text “Inês (Billing)”
            time “” (‹date›)
              text “‹date›”
          paragraph “”
            text “I am sorry about this. The second payment was our mistake. I have sent 39.90 back to you; it takes two to three working days.”
      listitem “” level=1
        paragraph “”
          text “‹date›”
        article “You ‹date›”
          sectionheader “”
            text “You”
            time “” (‹date›)
              text “‹date›”
          paragraph “”
            text “It has arrived. Thank you for being so quick!”
      listitem “” level=1
        paragraph “”
          text “‹date›”
        article “You ‹date›”
          sectionheader “”
            text “You”
            time “” (‹date›)
              text “‹date›”
          paragraph “”
            text “It came again.”
          paragraph “”
            text “Kept while this page is open; it is sent as soon as possible. Support’s server has a problem right now. This is not your line.”
          button “Try again”
          button “Edit”
          button “Discard”
    form “”
      LabelText “”
        text “Your reply”
      textbox “Your reply” (Sending a reply opens this ticket again.)
      paragraph “”
        text “Sending a reply opens this ticket again.”
      button “Send”`;
/* end snapshot ticket with an unsent reply */

snapshots["form"] = 
`  status “” live=polite
  region “New ticket”
    heading “New ticket” level=2
    form “”
      LabelText “”
        text “Subject”
      paragraph “”
        text “In a few words, such as “Slow speeds in the evening””
      textbox “Subject” (In a few words, such as “Slow speeds in the evening”) required
      LabelText “”
        text “Category”
      combobox “Category” = General
        MenuListPopup “”
          option “General”
          option “Billing”
          option “No internet”
          option “Slow speed”
          option “Wi-Fi”
          option “Something else”
      radiogroup “Priority”
        Legend “”
          text “Priority”
        LabelText “”
          radio “Low”
          text “Low”
        LabelText “”
          radio “Normal” checked=true
          text “Normal”
        LabelText “”
          radio “High”
          text “High”
        paragraph “” live=polite
      complementary “What helps us help you”
        paragraph “”
          text “What helps us help you”
        list “”
          listitem “” level=1
            text “What you want to do”
          listitem “” level=1
            text “What happens instead”
          listitem “” level=1
            text “What you have tried so far”
        paragraph “”
          text “No need to look up your usage, your address or your router’s model: support can see those.”
      LabelText “”
        text “Description”
      textbox “Description” (What helps us help you What you want to do What happens instead What you have tried so far) required
      button “Create ticket”
      button “Cancel”`;
/* end snapshot form */

snapshots["form with missing fields"] = 
`  status “” live=polite
    text “Subject and description are required”
  region “New ticket”
    heading “New ticket” level=2
    form “”
      paragraph “”
        text “Subject and description are required”
      LabelText “”
        text “Subject”
      paragraph “”
        text “In a few words, such as “Slow speeds in the evening””
      textbox “Subject” (Say in a few words what it is about. In a few words, such as “Slow speeds in the evening”) invalid=true required
      paragraph “”
        text “Say in a few words what it is about.”
      LabelText “”
        text “Category”
      combobox “Category” = General
        MenuListPopup “”
          option “General”
          option “Billing”
          option “No internet”
          option “Slow speed”
          option “Wi-Fi”
          option “Something else”
      radiogroup “Priority”
        Legend “”
          text “Priority”
        LabelText “”
          radio “Low”
          text “Low”
        LabelText “”
          radio “Normal” checked=true
          text “Normal”
        LabelText “”
          radio “High”
          text “High”
        paragraph “” live=polite
      complementary “What helps us help you”
        paragraph “”
          text “What helps us help you”
        list “”
          listitem “” level=1
            text “What you want to do”
          listitem “” level=1
            text “What happens instead”
          listitem “” level=1
            text “What you have tried so far”
        paragraph “”
          text “No need to look up your usage, your address or your router’s model: support can see those.”
      LabelText “”
        text “Description”
      textbox “Description” (Describe what happens. What helps us help you What you want to do What happens instead What you have tried so far) invalid=true required
      paragraph “”
        text “Describe what happens.”
      button “Create ticket”
      button “Cancel”`;
/* end snapshot form with missing fields */

snapshots["form after the ticket was created"] = 
`  status “” live=polite
    text “It is at the top of your tickets. Support’s answer will appear there.”
  region “Ticket TKT-‹year›-1017 is open”
    heading “Ticket TKT-‹year›-1017 is open” level=2
    paragraph “”
      text “It is at the top of your tickets. Support’s answer will appear there.”
    button “Open the ticket”
    button “Write another”`;
/* end snapshot form after the ticket was created */

snapshots["banner"] = 
`  status “” live=polite
  region “You have 3 new replies from support”
    paragraph “”
      text “You have 3 new replies from support”
    list “”
      listitem “” level=1
        button “Read TKT-‹year›-1014: Slow speeds in the evening”
      listitem “” level=1
        button “Read TKT-‹year›-1012: Wi-Fi does not reach the back bedroom”`;
/* end snapshot banner */

snapshots["<isp-support> with list and ticket"] = 
`  status “” live=polite
  status “” live=polite
  region “You have 3 new replies from support”
    paragraph “”
      text “You have 3 new replies from support”
    list “”
      listitem “” level=1
        button “Read TKT-‹year›-1014: Slow speeds in the evening”
      listitem “” level=1
        button “Read TKT-‹year›-1012: Wi-Fi does not reach the back bedroom”
  status “” live=polite
  region “Support tickets”
    sectionheader “”
      heading “Support tickets” level=2
      button “New ticket”
    list “Support tickets”
      listitem “” level=1
        button “Red LOS light on the fibre box, no internet at all”
        text “Open”
        text “TKT-‹year›-1016”
        time “” (‹date›)
          text “Opened ‹date›”
        text “Priority: High”
        text “0 replies”
      listitem “” level=1
        button “Slow speeds in the evening”
        text “In progress”
        text “TKT-‹year›-1014”
        text “1 new reply”
        time “” (‹date›)
          text “Support replied ‹date›”
        text “Priority: Normal”
        text “3 replies”
      listitem “” level=1
        button “Wi-Fi does not reach the back bedroom”
        text “Waiting for you”
        text “TKT-‹year›-1012”
        text “2 new replies”
        time “” (‹date›)
          text “Support replied ‹date›”
        text “Priority: Normal”
        text “2 replies”
      listitem “” level=1
        button “**Router page** shows <b>an error</b>”
        text “Open”
        text “TKT-‹year›-1011”
        time “” (‹date›)
          text “Support replied ‹date›”
        text “Priority: Low”
        text “1 reply”
      listitem “” level=1
        button “انقطاع الإنترنت كل ليلة بعد منتصف الليل”
        text “In progress”
        text “TKT-‹year›-1010”
        time “” (‹date›)
          text “You replied ‹date›”
        text “Priority: Normal”
        text “2 replies”
      listitem “” level=1
        button “A second socket in the study”
        text “Engineer booked”
        text “TKT-‹year›-1009”
        time “” (‹date›)
          text “Support replied ‹date›”
        text “Priority: Normal”
        text “3 replies”
      listitem “” level=1
        button “Charged twice for the same invoice”
        text “Resolved”
        text “TKT-‹year›-1008”
        time “” (‹date›)
          text “You replied ‹date›”
        text “Priority: Normal”
        text “2 replies”
      listitem “” level=1
        button “Moving house at the end of the month”
        text “Waiting for you”
        text “TKT-‹year›-1006”
        time “” (‹date›)
          text “Support replied ‹date›”
        text “Priority: Normal”
        text “1 reply”
      listitem “” level=1
        button “Connection drops for a few seconds, many times a day”
        text “Resolved”
        text “TKT-‹year›-1005”
        time “” (‹date›)
          text “You replied ‹date›”
        text “Priority: Normal”
        text “46 replies”
      listitem “” level=1
        button “The new router restarts by itself”
        text “Closed”
        text “TKT-‹year›-1004”
        time “” (‹date›)
          text “Support replied ‹date›”
        text “Priority: High”
        text “3 replies”
      listitem “” level=1
        button “Paper invoices, please”
        text “Resolved”
        text “TKT-‹year›-1003”
        time “” (‹date›)
          text “Support replied ‹date›”
        text “1 reply”
      listitem “” level=1
        button “Slow again (second ticket, sorry)”
        text “Closed”
        text “TKT-‹year›-1002”
        time “” (‹date›)
          text “Support replied ‹date›”
        text “Priority: Low”
        text “1 reply”
      listitem “” level=1
        button “Cannot reach office-gateway-frankfurt-secondary-failover.remote-workers.internal.company.example.com”
        text “Closed”
        text “TKT-‹year›-1001”
        time “” (‹date›)
          text “You replied ‹date›”
        text “Priority: Normal”
        text “2 replies”
      listitem “” level=1
        button “Can I have a static IP address?”
        text “Closed”
        text “TKT-‹year›-1001”
        time “” (‹date›)
          text “Support replied ‹date›”
        text “Priority: Low”
        text “3 replies”
  status “” live=polite
  region “Charged twice for the same invoice”
    sectionheader “”
      heading “Charged twice for the same invoice” level=2
      text “TKT-‹year›-1008”
      button “Copy ticket number TKT-‹year›-1008”
      text “Resolved”
      text “Support believes this is solved. If it is not, reply, and the ticket opens again.”
      text “Billing”
      text “Priority: Normal”
      text “Opened”
      time “” (‹date›)
        text “‹date›”
    article “You Description ‹date›”
      sectionheader “”
        text “You”
        text “Description”
        time “” (‹date›)
          text “‹date›”
      paragraph “”
        text “Invoice INV-20418 for 39.90 was taken from my account twice: on the 3rd and again on the 5th. I dispute the second payment of 39.90 and would like it back on the same account, please.”
    list “Replies”
      listitem “” level=1
        paragraph “”
          text “‹date›”
        article “Inês (Billing) ‹date›”
          sectionheader “”
            text “Inês (Billing)”
            time “” (‹date›)
              text “‹date›”
          paragraph “”
            text “I am sorry about this. The second payment was our mistake. I have sent 39.90 back to you; it takes two to three working days.”
      listitem “” level=1
        paragraph “”
          text “‹date›”
        article “You ‹date›”
          sectionheader “”
            text “You”
            time “” (‹date›)
              text “‹date›”
          paragraph “”
            text “It has arrived. Thank you for being so quick!”
    form “”
      LabelText “”
        text “Your reply”
      textbox “Your reply” (Sending a reply opens this ticket again.)
      paragraph “”
        text “Sending a reply opens this ticket again.”
      button “Send”`;
/* end snapshot <isp-support> with list and ticket */

snapshots["<isp-support> when no customer is signed in"] = 
`  status “” live=polite
  paragraph “”
    text “You are not signed in. Sign in to see your support tickets.”`;
/* end snapshot <isp-support> when no customer is signed in */

