/* @web/test-runner snapshot v1 */
export const snapshots = {};

snapshots["list"] = 
`  status “” live=polite
  region “Support tickets”
    sectionheader “”
      heading “Support tickets” level=2
      button “New ticket”
    searchbox “Search your tickets” (Number or subject)
    group “Tickets to show”
      button “Open”
      button “Closed”
      button “All”
    list “Support tickets”
      listitem “” level=1
        button “Red LOS light on the fibre box, no internet at all” (Open Opened ‹date›)
        text “TKT-‹year›-1016”
        text “Open”
        time “”
          text “Opened ‹date›”
        text “Priority: High”
        text “0 replies”
      listitem “” level=1
        button “Slow speeds in the evening” (In progress 1 new reply Brindlemoor Fibre replied ‹date›)
        text “TKT-‹year›-1014”
        text “In progress”
        text “1 new reply”
        time “”
          text “Brindlemoor Fibre replied ‹date›”
        text “Priority: Normal”
        text “3 replies”
      listitem “” level=1
        button “Wi-Fi does not reach the back bedroom” (Your reply needed 2 new replies Brindlemoor Fibre replied ‹date›)
        text “TKT-‹year›-1012”
        text “Your reply needed”
        text “2 new replies”
        time “”
          text “Brindlemoor Fibre replied ‹date›”
        text “Priority: Normal”
        text “2 replies”
      listitem “” level=1
        button “**Router page** shows <b>an error</b>” (Open Brindlemoor Fibre replied ‹date›)
        text “TKT-‹year›-1011”
        text “Open”
        time “”
          text “Brindlemoor Fibre replied ‹date›”
        text “Priority: Low”
        text “1 reply”
      listitem “” level=1
        button “انقطاع الإنترنت كل ليلة بعد منتصف الليل” (In progress You replied ‹date›)
        text “TKT-‹year›-1010”
        text “In progress”
        time “”
          text “You replied ‹date›”
        text “Priority: Normal”
        text “2 replies”
      listitem “” level=1
        button “A second socket in the study” (Engineer booked Brindlemoor Fibre replied ‹date›)
        text “TKT-‹year›-1009”
        text “Engineer booked”
        time “”
          text “Brindlemoor Fibre replied ‹date›”
        text “Priority: Normal”
        text “3 replies”
      listitem “” level=1
        button “Charged twice for the same invoice” (Resolved You replied ‹date›)
        text “TKT-‹year›-1008”
        text “Resolved”
        time “”
          text “You replied ‹date›”
        text “Priority: Normal”
        text “2 replies”
      listitem “” level=1
        button “Moving house at the end of the month” (Your reply needed Brindlemoor Fibre replied ‹date›)
        text “TKT-‹year›-1006”
        text “Your reply needed”
        time “”
          text “Brindlemoor Fibre replied ‹date›”
        text “Priority: Normal”
        text “1 reply”
      listitem “” level=1
        button “Connection drops for a few seconds, many times a day” (Resolved You replied ‹date›)
        text “TKT-‹year›-1005”
        text “Resolved”
        time “”
          text “You replied ‹date›”
        text “Priority: Normal”
        text “46 replies”
      listitem “” level=1
        button “The new router restarts by itself” (Closed Brindlemoor Fibre replied ‹date›)
        text “TKT-‹year›-1004”
        text “Closed”
        time “”
          text “Brindlemoor Fibre replied ‹date›”
        text “Priority: High”
        text “3 replies”
      listitem “” level=1
        button “Paper invoices, please” (Resolved Brindlemoor Fibre replied ‹date›)
        text “TKT-‹year›-1003”
        text “Resolved”
        time “”
          text “Brindlemoor Fibre replied ‹date›”
        text “1 reply”
      listitem “” level=1
        button “Slow again (second ticket, sorry)” (Closed Brindlemoor Fibre replied ‹date›)
        text “TKT-‹year›-1002”
        text “Closed”
        time “”
          text “Brindlemoor Fibre replied ‹date›”
        text “Priority: Low”
        text “1 reply”
      listitem “” level=1
        button “Cannot reach office-gateway-frankfurt-secondary-failover.remote-workers.internal.company.example.com” (Closed You replied ‹date›)
        text “TKT-‹year›-1001”
        text “Closed”
        time “”
          text “You replied ‹date›”
        text “Priority: Normal”
        text “2 replies”
      listitem “” level=1
        button “Can I have a static IP address?” (Closed Brindlemoor Fibre replied ‹date›)
        text “TKT-‹year›-1001”
        text “Closed”
        time “”
          text “Brindlemoor Fibre replied ‹date›”
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
      text “No tickets yet. Something wrong with your connection or bill? Tell us.”
    button “New ticket”`;
/* end snapshot list without tickets */

snapshots["list that failed to load"] = 
`  status “” live=polite
  region “Support tickets”
    sectionheader “”
      heading “Support tickets” level=2
      button “New ticket”
    paragraph “”
      text “We couldn’t load your tickets”
    paragraph “”
      text “Your Wi-Fi may need you to sign in first. Open any web page to check.”
    button “Try again”`;
/* end snapshot list that failed to load */

snapshots["ticket with unread replies"] = 
`  status “” live=polite
  region “Wi-Fi does not reach the back bedroom”
    button “Newest”
    button “Reply”
    sectionheader “”
      heading “Wi-Fi does not reach the back bedroom” level=2
      text “TKT-‹year›-1012”
      button “Copy ticket number TKT-‹year›-1012”
      text “Your reply needed”
      text “We need an answer from you before we can continue.”
      button “Reply”
      text “Wi-Fi”
      text “Priority: Normal”
      text “Opened”
      time “”
        text “‹date›”
    article “YouDescription”
      sectionheader “”
        text “You”
        text “Description”
      paragraph “”
        text “In the living room everything is fast. In the back bedroom the phone shows one bar and video calls freeze. It is about nine metres and two brick walls away. The network name and the password have not changed since you installed it.”
    list “Replies”
      text “‹date›”
      listitem “” level=1
        text “New”
        article “Anna (Support)”
          sectionheader “”
            text “Anna (Support)”
            time “”
              text “‹time›”
          paragraph “”
            text “Hello, two brick walls are a lot for 5 GHz. Is the phone on the network ending in "-5G" or on the other one?”
      listitem “” level=1
        article “Anna (Support)”
          sectionheader “”
            text “Anna (Support)”
            time “”
              text “‹time›”
          paragraph “”
            text “And could you tell me where the router stands: on the floor, in a cupboard, behind the television? A photograph is not needed, a few words will do.”
    form “”
      LabelText “”
        text “Your reply”
      textbox “Your reply”
      paragraph “”
      button “Send”
    paragraph “”
      text “Pictures can’t be sent here. Email them to”
      link “support@brindlemoor.example”
      text “and mention TKT-‹year›-1012.”`;
/* end snapshot ticket with unread replies */

snapshots["ticket closed to replies"] = 
`  status “” live=polite
  region “Slow again (second ticket, sorry)”
    sectionheader “”
      heading “Slow again (second ticket, sorry)” level=2
      text “TKT-‹year›-1002”
      button “Copy ticket number TKT-‹year›-1002”
      text “Closed”
      text “You can’t reply to this ticket any more. Still need help? Create a new one.”
      text “Slow speed”
      text “Priority: Low”
      text “Opened”
      time “”
        text “‹date›”
    article “YouDescription”
      sectionheader “”
        text “You”
        text “Description”
      paragraph “”
        text “I think my first message did not go out, so here it is again: slow in the evening.”
    list “Replies”
      text “‹date›”
      listitem “” level=1
        article “Automatic message”
          sectionheader “”
            text “Automatic message”
            time “”
              text “‹time›”
          paragraph “”
            text “This ticket was merged into your earlier one. Please write there.”
    paragraph “”
      text “Still need help with this?”
    button “Create a new ticket”`;
/* end snapshot ticket closed to replies */

snapshots["ticket with an unsent reply"] = 
`  status “” live=polite
    text “Not sent yet. Keep this page open until it is sent. We’re having a problem. Your connection is fine.”
  region “Charged twice for the same invoice”
    button “First message”
    sectionheader “”
      heading “Charged twice for the same invoice” level=2
      text “TKT-‹year›-1008”
      button “Copy ticket number TKT-‹year›-1008”
      text “Resolved”
      text “We think this is solved. Still a problem? Reply and we’ll reopen it.”
      text “Billing”
      text “Priority: Normal”
      text “Opened”
      time “”
        text “‹date›”
    article “YouDescription”
      sectionheader “”
        text “You”
        text “Description”
      paragraph “”
        text “Invoice INV-20418 for 39.90 was taken from my account twice: on the 3rd and again on the 5th. I dispute the second payment of 39.90 and would like it back on the same account, please.”
    list “Replies”
      text “‹date›”
      listitem “” level=1
        article “Inês (Billing)”
          sectionheader “”
            text “Inês (Billing)”
            time “”
              text “‹time›”
          paragraph “”
            text “I am sorry about this. The second payment was our mistake. I have sent 39.90 back to you; it takes two to three working days.”
      text “‹date›”
      listitem “” level=1
        article “You”
          sectionheader “”
            text “You”
            time “”
              text “‹time›”
          paragraph “”
            text “It has arrived. Thank you for being so quick!”
      text “‹date›”
      listitem “” level=1
        article “You”
          sectionheader “”
            text “You”
            time “”
              text “‹time›”
          paragraph “”
            text “It came again.”
          paragraph “”
            text “Not sent yet. Keep this page open until it is sent. We’re having a problem. Your connection is fine.”
          button “Try again”
          button “Edit”
          button “Discard”
    form “”
      LabelText “”
        text “Your reply”
      textbox “Your reply” (Your reply will reopen this ticket.)
      paragraph “”
        text “Your reply will reopen this ticket.”
      button “Send”
    paragraph “”
      text “Pictures can’t be sent here. Email them to”
      link “support@brindlemoor.example”
      text “and mention TKT-‹year›-1008.”`;
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
      radiogroup “Priority” (Choose High only for outages, when nothing works at all.)
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
        text “Choose High only for outages, when nothing works at all.”
      paragraph “”
        text “Please include”
      list “”
        listitem “” level=1
          text “What you were trying to do”
        listitem “” level=1
          text “What happened”
        listitem “” level=1
          text “What you have tried so far”
      paragraph “”
        text “We can already see your connection speed, usage, IP address and router model.”
      paragraph “”
        text “Please create one ticket for each problem, so that nothing gets lost.”
      LabelText “”
        text “Description”
      textbox “Description” (Please include What you were trying to do What happened What you have tried so far) required
      paragraph “”
        text “Pictures can’t be sent here. Create the ticket, then email them to”
        link “support@brindlemoor.example”
        text “and mention its number.”
      button “Create ticket”
      button “Cancel”`;
/* end snapshot form */

snapshots["form with missing fields"] = 
`  status “” live=polite
    text “Subject and description are required”
  region “New ticket”
    heading “New ticket” level=2
    form “”
      button “Subject and description are required”
      LabelText “”
        text “Subject”
      paragraph “”
        text “In a few words, such as “Slow speeds in the evening””
      textbox “Subject” (Enter a subject In a few words, such as “Slow speeds in the evening”) invalid=true required
      paragraph “”
        text “Enter a subject”
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
      radiogroup “Priority” (Choose High only for outages, when nothing works at all.)
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
        text “Choose High only for outages, when nothing works at all.”
      paragraph “”
        text “Please include”
      list “”
        listitem “” level=1
          text “What you were trying to do”
        listitem “” level=1
          text “What happened”
        listitem “” level=1
          text “What you have tried so far”
      paragraph “”
        text “We can already see your connection speed, usage, IP address and router model.”
      paragraph “”
        text “Please create one ticket for each problem, so that nothing gets lost.”
      LabelText “”
        text “Description”
      textbox “Description” (Describe the problem Please include What you were trying to do What happened What you have tried so far) invalid=true required
      paragraph “”
        text “Pictures can’t be sent here. Create the ticket, then email them to”
        link “support@brindlemoor.example”
        text “and mention its number.”
      paragraph “”
        text “Describe the problem”
      button “Create ticket”
      button “Cancel”`;
/* end snapshot form with missing fields */

snapshots["form after the ticket was created"] = 
`  status “” live=polite
    text “We’ll reply here.”
  region “We’ve got your ticket: TKT-‹year›-1017”
    heading “We’ve got your ticket: TKT-‹year›-1017” level=2
    paragraph “”
      text “We’ll reply here.”
    paragraph “”
      text “We usually reply within 2 hours.”
    paragraph “”
      text “Opening hours: Monday to Friday 8:00–20:00, Saturday 9:00–17:00”
    paragraph “”
      text “We’ll let you know by email, WhatsApp, and a notice here.”
    paragraph “”
      text “To change your contact details, write to us.”
    paragraph “”
      text “Pictures can’t be sent here. Email them to”
      link “support@brindlemoor.example”
      text “and mention TKT-‹year›-1017.”
    button “Open the ticket”
    button “Create another ticket”`;
/* end snapshot form after the ticket was created */

snapshots["banner"] = 
`  status “” live=polite
  region “You have 3 new replies from Support”
    paragraph “”
      text “You have 3 new replies from Support”
    list “”
      listitem “” level=1
        button “Slow speeds in the evening (TKT-‹year›-1014)”
    button “Hide”`;
/* end snapshot banner */

snapshots["<isp-support> with list and ticket"] = 
`  status “” live=polite
  status “” live=polite
  status “” live=polite
  region “Support tickets”
    sectionheader “”
      heading “Support tickets” level=2
      button “New ticket”
    searchbox “Search your tickets” (Number or subject)
    group “Tickets to show”
      button “Open”
      button “Closed”
      button “All”
    list “Support tickets”
      listitem “” level=1
        button “Red LOS light on the fibre box, no internet at all” (Open Opened ‹date›)
        text “TKT-‹year›-1016”
        text “Open”
        time “”
          text “Opened ‹date›”
        text “Priority: High”
        text “0 replies”
      listitem “” level=1
        button “Slow speeds in the evening” (In progress 1 new reply Brindlemoor Fibre replied ‹date›)
        text “TKT-‹year›-1014”
        text “In progress”
        text “1 new reply”
        time “”
          text “Brindlemoor Fibre replied ‹date›”
        text “Priority: Normal”
        text “3 replies”
      listitem “” level=1
        button “Wi-Fi does not reach the back bedroom” (Your reply needed 2 new replies Brindlemoor Fibre replied ‹date›)
        text “TKT-‹year›-1012”
        text “Your reply needed”
        text “2 new replies”
        time “”
          text “Brindlemoor Fibre replied ‹date›”
        text “Priority: Normal”
        text “2 replies”
      listitem “” level=1
        button “**Router page** shows <b>an error</b>” (Open Brindlemoor Fibre replied ‹date›)
        text “TKT-‹year›-1011”
        text “Open”
        time “”
          text “Brindlemoor Fibre replied ‹date›”
        text “Priority: Low”
        text “1 reply”
      listitem “” level=1
        button “انقطاع الإنترنت كل ليلة بعد منتصف الليل” (In progress You replied ‹date›)
        text “TKT-‹year›-1010”
        text “In progress”
        time “”
          text “You replied ‹date›”
        text “Priority: Normal”
        text “2 replies”
      listitem “” level=1
        button “A second socket in the study” (Engineer booked Brindlemoor Fibre replied ‹date›)
        text “TKT-‹year›-1009”
        text “Engineer booked”
        time “”
          text “Brindlemoor Fibre replied ‹date›”
        text “Priority: Normal”
        text “3 replies”
      listitem “” level=1
        button “Charged twice for the same invoice” (Resolved You replied ‹date›)
        text “TKT-‹year›-1008”
        text “Resolved”
        time “”
          text “You replied ‹date›”
        text “Priority: Normal”
        text “2 replies”
      listitem “” level=1
        button “Moving house at the end of the month” (Your reply needed Brindlemoor Fibre replied ‹date›)
        text “TKT-‹year›-1006”
        text “Your reply needed”
        time “”
          text “Brindlemoor Fibre replied ‹date›”
        text “Priority: Normal”
        text “1 reply”
      listitem “” level=1
        button “Connection drops for a few seconds, many times a day” (Resolved You replied ‹date›)
        text “TKT-‹year›-1005”
        text “Resolved”
        time “”
          text “You replied ‹date›”
        text “Priority: Normal”
        text “46 replies”
      listitem “” level=1
        button “The new router restarts by itself” (Closed Brindlemoor Fibre replied ‹date›)
        text “TKT-‹year›-1004”
        text “Closed”
        time “”
          text “Brindlemoor Fibre replied ‹date›”
        text “Priority: High”
        text “3 replies”
      listitem “” level=1
        button “Paper invoices, please” (Resolved Brindlemoor Fibre replied ‹date›)
        text “TKT-‹year›-1003”
        text “Resolved”
        time “”
          text “Brindlemoor Fibre replied ‹date›”
        text “1 reply”
      listitem “” level=1
        button “Slow again (second ticket, sorry)” (Closed Brindlemoor Fibre replied ‹date›)
        text “TKT-‹year›-1002”
        text “Closed”
        time “”
          text “Brindlemoor Fibre replied ‹date›”
        text “Priority: Low”
        text “1 reply”
      listitem “” level=1
        button “Cannot reach office-gateway-frankfurt-secondary-failover.remote-workers.internal.company.example.com” (Closed You replied ‹date›)
        text “TKT-‹year›-1001”
        text “Closed”
        time “”
          text “You replied ‹date›”
        text “Priority: Normal”
        text “2 replies”
      listitem “” level=1
        button “Can I have a static IP address?” (Closed Brindlemoor Fibre replied ‹date›)
        text “TKT-‹year›-1001”
        text “Closed”
        time “”
          text “Brindlemoor Fibre replied ‹date›”
        text “Priority: Low”
        text “3 replies”
  status “” live=polite
  region “Charged twice for the same invoice”
    button “Newest”
    button “Reply”
    sectionheader “”
      heading “Charged twice for the same invoice” level=2
      text “TKT-‹year›-1008”
      button “Copy ticket number TKT-‹year›-1008”
      text “Resolved”
      text “We think this is solved. Still a problem? Reply and we’ll reopen it.”
      text “Billing”
      text “Priority: Normal”
      text “Opened”
      time “”
        text “‹date›”
    article “YouDescription”
      sectionheader “”
        text “You”
        text “Description”
      paragraph “”
        text “Invoice INV-20418 for 39.90 was taken from my account twice: on the 3rd and again on the 5th. I dispute the second payment of 39.90 and would like it back on the same account, please.”
    list “Replies”
      text “‹date›”
      listitem “” level=1
        article “Inês (Billing)”
          sectionheader “”
            text “Inês (Billing)”
            time “”
              text “‹time›”
          paragraph “”
            text “I am sorry about this. The second payment was our mistake. I have sent 39.90 back to you; it takes two to three working days.”
      text “‹date›”
      listitem “” level=1
        article “You”
          sectionheader “”
            text “You”
            time “”
              text “‹time›”
          paragraph “”
            text “It has arrived. Thank you for being so quick!”
    form “”
      LabelText “”
        text “Your reply”
      textbox “Your reply” (Your reply will reopen this ticket.)
      paragraph “”
        text “Your reply will reopen this ticket.”
      button “Send”
    button “Yes, it’s solved”
    button “Still not working”
    paragraph “”
      text “Pictures can’t be sent here. Email them to”
      link “support@brindlemoor.example”
      text “and mention TKT-‹year›-1008.”`;
/* end snapshot <isp-support> with list and ticket */

snapshots["<isp-support> when no customer is signed in"] = 
`  status “” live=polite
  paragraph “”
    text “You are not signed in. Sign in to see your support tickets.”`;
/* end snapshot <isp-support> when no customer is signed in */

